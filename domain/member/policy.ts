import * as z from 'zod';
import type { PaymentTerms } from '../dues/policy.ts';

const MonthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine((day) => !['02-30', '02-31', '04-31', '06-31', '09-31', '11-31'].includes(day), 'no such day');

/**
 * Days after its opening until which a renewal waits for a payment that comes late, after the member has lapsed too. Step
 * Functions lets an execution run for a year; what is paid later is kept, and staff have the company join again.
 */
export const RENEWAL_DAYS = 350;

/** How membership lasts and ends: one version, valid from a day of Europe/Paris on. */
export const MembershipPolicy = z.strictObject({
  version: z.string().min(1).max(40),
  from: z.iso.date(),
  /** Every membership year begins on one day, or each on the day its member joined. */
  year: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('calendar'), startsOn: MonthDay }),
    z.strictObject({ kind: z.literal('rolling') }),
  ]),
  /** Days before the end of a period from which it is to be renewed. */
  noticeDays: z.int().min(1).max(180),
  /** Days a company has to confirm its figures; after that the last known ones stand. */
  figuresDays: z.int().min(1).max(90),
  /** Days into the new period after which an unpaid member is suspended (the grace). */
  suspendDays: z.int().min(0).max(365),
  /** Days into the new period after which an unpaid member is struck off. */
  lapseDays: z.int().min(0).max(730),
  /** A resignation must be given in writing this many days before the end of the period, or earlier. */
  resignationDays: z.int().min(0).max(180),
  /** Years after the end of a membership, or of an application without one, during which contacts are kept. */
  retentionYears: z.int().min(1).max(10),
});
export type MembershipPolicy = z.infer<typeof MembershipPolicy>;

/**
 * Every version, the oldest first: a setting of the cluster. A version is never edited once members were renewed by it.
 *
 * 2017-01: the calendar year, with resignation in writing by 31 December, as Cynum Nancy has it; figures confirmed within
 * 30 days; contacts kept for three years, as prospects are (CNIL). Who has not paid two months into the year is
 * suspended, and is struck off six months into it.
 */
export const MEMBERSHIP_POLICIES: readonly MembershipPolicy[] = [
  {
    version: '2017-01',
    from: '2017-01-01',
    year: { kind: 'calendar', startsOn: '01-01' },
    noticeDays: 60,
    figuresDays: 30,
    suspendDays: 60,
    lapseDays: 180,
    resignationDays: 0,
    retentionYears: 3,
  },
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
 * What is wrong with a version, in sentences for whoever edits it: each step must come after the one it follows from.
 * @param terms how dues are asked for, by the dues policy of the same time
 */
export const membershipPolicyFaults = (
  policy: MembershipPolicy,
  terms: Pick<PaymentTerms, 'dueDays' | 'reminders' | 'formalNotice'>,
): string[] => {
  const parsed = MembershipPolicy.safeParse(policy);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const { noticeDays, figuresDays, suspendDays, lapseDays, resignationDays } = policy;
  // Days into the new period, for a member who is asked on the first day of the notice and says nothing.
  const due = figuresDays + terms.dueDays - noticeDays;
  const lastReminder = due + Math.max(0, ...terms.reminders);
  // The notice counts from the last day of a period, the rest from the first of the next.
  const lapsedAfter = noticeDays + 1 + lapseDays;
  return [
    ...(figuresDays > noticeDays
      ? [`Figures would be confirmed after the period's end: ${figuresDays} days, with a notice of ${noticeDays}.`]
      : []),
    ...(suspendDays < due
      ? [`Members would be suspended after ${suspendDays} days, before their invoice falls due on day ${due}.`]
      : []),
    ...(suspendDays >= due && suspendDays <= lastReminder
      ? [`Members would be suspended after ${suspendDays} days, before the last reminder on day ${lastReminder}.`]
      : []),
    ...(lapseDays <= suspendDays
      ? [`Members would lapse after ${lapseDays} days, though they are suspended after ${suspendDays}.`]
      : []),
    ...(lapseDays > suspendDays && lapseDays <= due + terms.formalNotice
      ? [`Members would lapse after ${lapseDays} days, before the formal notice on day ${due + terms.formalNotice}.`]
      : []),
    ...(lapsedAfter >= RENEWAL_DAYS
      ? [`Members would lapse ${lapsedAfter} days after they are asked, and are waited for ${RENEWAL_DAYS}.`]
      : []),
    ...(resignationDays > noticeDays
      ? [`A resignation would be too late before members are asked to renew: ${resignationDays} days before the end.`]
      : []),
  ];
};

/** What is wrong with the versions together: one a day, each by a name of its own. */
export const membershipPoliciesFaults = (policies: readonly MembershipPolicy[]): string[] =>
  (['version', 'from'] as const)
    .filter((key) => new Set(policies.map((policy) => policy[key])).size !== policies.length)
    .map((key) => `Two versions have the same ${key === 'from' ? 'first day' : 'name'}.`);
