import * as z from 'zod';
import { Cents } from '../money/money.ts';

/**
 * What a line is, before anybody asks whom it is for: money that came, money that left, money that came and was taken
 * back by the bank, or money that left and came back.
 */
export const LineKind = z.enum(['credit', 'debit', 'reversal', 'return']);
export type LineKind = z.infer<typeof LineKind>;

/** A transaction of a bank statement, as far as matching needs it. */
export const StatementLine = z.object({
  /** Identity of the transaction, the same in whichever file it comes: see lineKey. */
  lineId: z.string().min(1),
  kind: LineKind,
  /** Day the bank booked it. */
  bookedOn: z.iso.date(),
  /** Signed: negative for what left the account. In hundredths of the currency. */
  cents: Cents,
  /** ISO 4217. */
  currency: z.string(),
  /** Who paid; on what left the account, who was paid. */
  payer: z.string().nullable(),
  /** Creditor references given apart from the text (CdtrRefInf), as the payer wrote them. */
  references: z.array(z.string()),
  /** What the payer gave the transfer to be known by; null where there is none (NOTPROVIDED). */
  endToEndId: z.string().nullable(),
  /** Free text of the payer, else what the bank says of the transaction. */
  remittance: z.string(),
  /** The bank's own reference of the entry, for people who ask the bank. */
  entryReference: z.string().nullable(),
});
export type StatementLine = z.infer<typeof StatementLine>;

/** A line as it stands in a file: what it is known by is not hashed yet. */
export type ParsedLine = Omit<StatementLine, 'lineId'> & { key: string };

/** A statement (Stmt) of a file: what it covers, and the balance booked at its end. */
export type StatementHead = { id: string; from: string | null; to: string | null; closingCents: number | null };

/** What a line is known by, beside its place among its likes. */
type Known = Omit<ParsedLine, 'key'> & {
  iban: string;
  /** Reference of the account servicing bank (AcctSvcrRef): unique at the bank. */
  servicerReference: string | null;
  /** Place of the transaction within its entry. */
  place: number;
};

/** A reference of an entry (NtryRef) that many banks merely count, anew in each statement: it identifies nothing. */
const COUNTED = /^\d{1,6}$/;

/**
 * Natural key of a line: account, entry reference, day, amount and place within the entry. Where the bank gives no
 * reference of its own, all it says of the transaction stands for it. What is still alike within one statement is told
 * apart by its number of occurrence (see camt.ts).
 */
export const lineKey = ({ iban, servicerReference, place, ...line }: Known): string =>
  JSON.stringify([
    iban,
    line.bookedOn,
    line.cents,
    line.currency,
    place,
    ...(servicerReference === null
      ? ['text', uncounted(line.entryReference), line.endToEndId, line.payer, line.references, line.remittance]
      : ['bank', servicerReference]),
  ]);

const uncounted = (reference: string | null): string | null =>
  reference === null || COUNTED.test(reference) ? null : reference;

/** What the payer, or else the bank, knows a transaction by, which its reversal bears too; the first says the most. */
export const tracesOf = ({
  endToEndId,
  entryReference,
}: Pick<StatementLine, 'endToEndId' | 'entryReference'>): string[] =>
  [endToEndId, uncounted(entryReference)].filter((trace) => trace !== null);
