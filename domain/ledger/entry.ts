import * as z from 'zod';
import { Amount } from '../money/money.ts';

/** Accounts of the French chart (plan comptable général) that dues move. */
export const ACCOUNTS = {
  /** Members and applicants (clients / adhérents). */
  receivable: '411000',
  /** Credits of members: more than was owed (clients créditeurs). */
  held: '419100',
  bank: '512000',
  /** Cheques and cards on their way to the bank. */
  cash: '511200',
  vat: '445710',
  dues: '756000',
  /** Waived dues: loss on receivables. */
  waived: '654000',
  /** Bank lines that nobody has matched yet (compte d’attente). */
  suspense: '471000',
} as const;
export type AccountName = keyof typeof ACCOUNTS;

/** Journals: sales (ventes), bank (banque), other operations (opérations diverses). */
export const JournalCode = z.enum(['VE', 'BQ', 'OD']);

export const LedgerLine = z.object({
  account: z.string().regex(/^\d{6}$/),
  /** The third party (compte auxiliaire): SIREN and name; null for general accounts. */
  party: z.object({ code: z.string(), name: z.string() }).nullable(),
  debitCents: Amount,
  creditCents: Amount,
});

/**
 * One entry of the journal by double entry (écriture): balanced to the cent, written once, in the transaction of what
 * it tells of. Its key is that thing's own, so it cannot be written twice.
 */
export const LedgerEntry = z
  .object({
    /** Natural key, such as `invoice:F2026-000042` or `payment:…`. */
    key: z.string().min(1),
    journal: JournalCode,
    /** Day in Europe/Paris. */
    date: z.iso.date(),
    /** What proves it (pièce justificative): number of the invoice, reference of the bank line. */
    piece: z.string(),
    pieceDate: z.iso.date(),
    label: z.string(),
    lines: z.array(LedgerLine).min(2),
    at: z.iso.datetime(),
  })
  .refine(
    ({ lines }) => lines.reduce((sum, line) => sum + line.debitCents - line.creditCents, 0) === 0,
    'ledger.unbalanced',
  );
export type LedgerEntry = z.infer<typeof LedgerEntry>;
