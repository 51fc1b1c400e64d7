import { Temporal } from 'temporal-polyfill';
import type { MembershipPeriod } from './member.ts';

/** How long a membership period lasts: one version of the rule, valid from a day of Europe/Paris on. */
export type MembershipPolicy = {
  version: string;
  from: string;
  /** Month and day, `MM-DD`, on which every membership year begins. */
  yearStartsOn: string;
};

/** Every version, the oldest first. 2017-01: the calendar year, as comparable bodies have it; a setting of the cluster. */
export const MEMBERSHIP_POLICIES: readonly MembershipPolicy[] = [
  { version: '2017-01', from: '2017-01-01', yearStartsOn: '01-01' },
];

/**
 * The version in force on a day. @param on ISO 8601 date in Europe/Paris
 * @throws RangeError before the first version
 */
export const membershipPolicyAt = (
  on: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): MembershipPolicy => {
  const found = policies.filter((policy) => policy.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (found === undefined) throw new RangeError(`No membership policy was in force on ${on}.`);
  return found;
};

/**
 * The first period of a company admitted on a day: from that day to the last of the membership year.
 * @param on ISO 8601 date in Europe/Paris
 */
export const firstPeriod = (
  on: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): MembershipPeriod => {
  const day = Temporal.PlainDate.from(on);
  const start = Temporal.PlainMonthDay.from(membershipPolicyAt(on, policies).yearStartsOn);
  const thisYear = start.toPlainDate({ year: day.year });
  const next = Temporal.PlainDate.compare(thisYear, day) > 0 ? thisYear : start.toPlainDate({ year: day.year + 1 });
  return { from: on, to: next.subtract({ days: 1 }).toString() };
};
