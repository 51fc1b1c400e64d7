import { Temporal } from 'temporal-polyfill';
import { parisDay } from '../time/paris.ts';
import type { MembershipPeriod } from './member.ts';
import { MEMBERSHIP_POLICIES, type MembershipPolicy, membershipPolicyAt } from './policy.ts';

// Periods are days of law: dates of Europe/Paris, both included. No hour and no daylight saving has a part in them.

/** The day after (before, when negative). @param day ISO 8601 date */
export const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** Days from one day to another; negative when the second comes first. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** Month and day, `MM-DD`, of an ISO 8601 date. */
export const monthDayOf = (day: string): string => day.slice(5);

/**
 * The period that begins on a day: to the eve of the next time its membership year begins. A year that begins on
 * 29 February begins on the 28th where there is none, and on the 29th again when there is: it does not drift.
 * @param yearStartsOn `MM-DD`
 */
const periodFrom = (from: string, yearStartsOn: string): MembershipPeriod => {
  const day = Temporal.PlainDate.from(from);
  const start = Temporal.PlainMonthDay.from(yearStartsOn);
  const thisYear = start.toPlainDate({ year: day.year });
  const next = Temporal.PlainDate.compare(thisYear, day) > 0 ? thisYear : start.toPlainDate({ year: day.year + 1 });
  return { from, to: next.subtract({ days: 1 }).toString() };
};

/** The day of the year a membership's years begin on. @param since first day of the membership, which a rolling year goes by */
const yearStart = (policy: MembershipPolicy, since: string): string =>
  policy.year.kind === 'calendar' ? policy.year.startsOn : monthDayOf(since);

/**
 * The first period of a company that joins on a day: to the end of the calendar's membership year, or a whole year.
 * @param on ISO 8601 date in Europe/Paris
 */
export const firstPeriod = (
  on: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): MembershipPeriod => periodFrom(on, yearStart(membershipPolicyAt(on, policies), on));

/**
 * The period after another: it begins the day after the other ends, so that periods neither overlap nor leave a gap.
 * The policy is the one in force on its first day; where the kind of year changes, the period in between is shorter.
 * @param since first day of the membership
 */
export const nextPeriod = (
  period: MembershipPeriod,
  since: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): MembershipPeriod => {
  const from = plusDays(period.to, 1);
  return periodFrom(from, yearStart(membershipPolicyAt(from, policies), since));
};

/** Tells whether two periods share a day. */
export const overlap = (a: MembershipPeriod, b: MembershipPeriod): boolean => a.from <= b.to && b.from <= a.to;

/** The day from which a period is to be renewed. */
export const noticeFrom = (
  { to }: MembershipPeriod,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): string => plusDays(to, -membershipPolicyAt(to, policies).noticeDays);

/**
 * The last day a period may end on to be renewed from this day on: what the campaign looks for.
 * @param today ISO 8601 date in Europe/Paris
 */
export const dueUntil = (today: string, policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES): string => {
  // The notice is the policy's of the day the period ends on, so of several versions the longest reaches furthest.
  const longest = Math.max(...policies.map(({ noticeDays }) => noticeDays));
  return plusDays(today, longest);
};

/** A renewal under way: the period it is for, and the instant it was opened (ISO 8601). */
export type RenewalUnderWay = { period: MembershipPeriod; openedAt: string };

/**
 * The day from which an unpaid member is suspended, and the day from which it lapses. Who is asked late, or joins
 * again, has as long from then as the others have from the beginning of the notice.
 */
export const deadlines = (
  { period, openedAt }: RenewalUnderWay,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): { suspendOn: string; lapseOn: string } => {
  const { noticeDays, suspendDays, lapseDays } = membershipPolicyAt(period.from, policies);
  const fromNotice = plusDays(parisDay(openedAt), noticeDays);
  const begin = fromNotice > period.from ? fromNotice : period.from;
  return { suspendOn: plusDays(begin, suspendDays), lapseOn: plusDays(begin, lapseDays) };
};

/** The instant a day begins in Paris, ISO 8601 in UTC: 23 hours the evening before in winter, 22 in summer. */
export const startOfDay = (day: string): string =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Europe/Paris' })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
