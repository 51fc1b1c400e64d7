import type * as z from 'zod';
import type { AccountStatement } from '../contract/dues-responses.ts';
import { ACCOUNTS, type LedgerEntry } from './entry.ts';

type Movement = z.infer<typeof AccountStatement>['items'][number];

/** Accounts that say what a company owes, and what is held for it. */
const COMPANY_ACCOUNTS: readonly string[] = [ACCOUNTS.receivable, ACCOUNTS.held];

const movementOf = (
  sirens: readonly string[],
  { date, piece, label, lines }: LedgerEntry,
): Omit<Movement, 'balanceCents'> => {
  const own = lines.filter(
    ({ account, party }) => party !== null && sirens.includes(party.code) && COMPANY_ACCOUNTS.includes(account),
  );
  return {
    date,
    piece,
    label,
    debitCents: own.reduce((sum, line) => sum + line.debitCents, 0),
    creditCents: own.reduce((sum, line) => sum + line.creditCents, 0),
  };
};

const byDay = (a: LedgerEntry, b: LedgerEntry): number => {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.at !== b.at) return Date.parse(a.at) - Date.parse(b.at);
  return a.key < b.key ? -1 : 1;
};

/**
 * A company's account: every movement of what it owes (411) and of what is held for it (419), by day, with the balance
 * after each. A balance above zero is owed; below, the company is in credit.
 * @param sirens whose account it is: of several companies where one went on with the membership of another
 * @param entries all entries that move the account; what one says of other companies is passed over
 */
export const accountStatement = (
  { sirens, ...company }: { sirens: readonly string[]; applicationId: string; companyName: string },
  entries: readonly LedgerEntry[],
): z.infer<typeof AccountStatement> => {
  let balanceCents = 0;
  const items = [...entries]
    .sort(byDay)
    .map((entry) => movementOf(sirens, entry))
    .filter(({ debitCents, creditCents }) => debitCents !== 0 || creditCents !== 0)
    .map((movement) => {
      balanceCents += movement.debitCents - movement.creditCents;
      return { ...movement, balanceCents };
    });
  return { ...company, items, balanceCents };
};
