import { Temporal } from 'temporal-polyfill';
import type { AntennaCode } from '../antenna/antenna.ts';
import type { AGE_BUCKETS, AgedBalance } from '../contract/dues-responses.ts';
import { balanceOf, type Receivable } from '../invoice/receivable.ts';

type Bucket = (typeof AGE_BUCKETS)[number];
type Buckets = Record<Bucket, number>;
/** What is owed of an invoice, and by whom. */
export type Owed = Receivable & { memberNumber: string | null; antenna: AntennaCode | null };

/** Last day past the due date of each bucket that ends. */
const ENDS: readonly [number, Bucket][] = [
  [0, 'not-due'],
  [30, '1-30'],
  [60, '31-60'],
  [90, '61-90'],
];

/**
 * The bucket of a due date: on the day itself nothing is late yet.
 * @param dueOn the day it is due now, a delay granted included
 * @param on ISO 8601 dates
 */
export const bucketOf = (dueOn: string, on: string): Bucket => {
  const days = Temporal.PlainDate.from(dueOn).until(Temporal.PlainDate.from(on)).days;
  return ENDS.find(([end]) => days <= end)?.[1] ?? 'over-90';
};

const empty = (): Buckets => ({ 'not-due': 0, '1-30': 0, '31-60': 0, '61-90': 0, 'over-90': 0 });

/**
 * What is owed by age (balance âgée), the largest debtor first; companies that owe nothing are left out. Credits that
 * are held for a company are not taken off: they are the company's until they are used.
 * @param on the day, in Europe/Paris
 */
export const agedBalance = (owed: readonly Owed[], on: string): AgedBalance => {
  const totals = empty();
  const companies = new Map<string, AgedBalance['items'][number]>();
  for (const receivable of owed) {
    const cents = balanceOf(receivable);
    if (cents === 0) continue;
    const { applicationId, companyName, memberNumber, antenna } = receivable;
    const company = companies.get(applicationId) ?? {
      applicationId,
      companyName,
      memberNumber,
      antenna,
      buckets: empty(),
      totalCents: 0,
    };
    const bucket = bucketOf(receivable.dueOn, on);
    company.buckets[bucket] += cents;
    company.totalCents += cents;
    totals[bucket] += cents;
    companies.set(applicationId, company);
  }
  const items = [...companies.values()].sort(
    (a, b) => b.totalCents - a.totalCents || (a.applicationId < b.applicationId ? -1 : 1),
  );
  return { on, totals, items };
};
