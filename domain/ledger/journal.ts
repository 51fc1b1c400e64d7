import type * as z from 'zod';
import { ACCOUNTS, type JournalCode, type LedgerEntry, type LedgerLine } from './entry.ts';

// The journal as accountants read it: names of accounts and journals, and a number for each entry.

/** Names of the accounts, as the chart has them. */
const ACCOUNT_NAMES: Record<string, string> = {
  [ACCOUNTS.receivable]: 'Adhérents',
  [ACCOUNTS.held]: 'Adhérents créditeurs',
  [ACCOUNTS.bank]: 'Banque',
  [ACCOUNTS.cash]: 'Chèques et cartes à encaisser',
  [ACCOUNTS.vat]: 'TVA collectée',
  [ACCOUNTS.dues]: 'Cotisations',
  [ACCOUNTS.waived]: 'Pertes sur créances irrécouvrables',
  [ACCOUNTS.suspense]: 'Compte d’attente',
};
const JOURNAL_NAMES: Record<z.infer<typeof JournalCode>, string> = {
  VE: 'Ventes',
  BQ: 'Banque',
  OD: 'Opérations diverses',
};

/** A line of the journal with all that stands beside it. */
export type JournalLine = {
  entry: LedgerEntry;
  line: z.infer<typeof LedgerLine>;
  /** Number of the entry in its year, from 1 up, without gaps. */
  number: number;
  journalName: string;
  accountName: string;
};

const byValidation = (a: LedgerEntry, b: LedgerEntry): number => {
  const [first, second] = [Date.parse(a.at), Date.parse(b.at)];
  if (first !== second) return first - second;
  return a.key < b.key ? -1 : 1;
};

/**
 * The lines of a year's entries in the order they were validated, each entry numbered. An entry is validated when it is
 * written, so one that comes later takes a later number, whatever day it is about: numbers given before never change.
 */
export const journalLines = (entries: readonly LedgerEntry[]): JournalLine[] =>
  [...entries].sort(byValidation).flatMap((entry, place) =>
    entry.lines.map((line) => ({
      entry,
      line,
      number: place + 1,
      journalName: JOURNAL_NAMES[entry.journal],
      accountName: ACCOUNT_NAMES[line.account] ?? line.account,
    })),
  );

/** Euros with a comma and two decimals, nothing between thousands. */
export const journalAmount = (cents: number): string =>
  `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
