import { type StatementLine, tracesOf } from '../../domain/bank/line.ts';
import { namedBy } from '../../domain/bank/match.ts';
import { originalsOf } from '../../domain/bank/reversal.ts';
import type { StoredLine } from '../../domain/bank/stored.ts';
import { suspenseReversed } from '../../domain/ledger/postings.ts';
import { getLine, lineWrite, listTraced, newLineWrites } from '../data/bank-lines.ts';
import { WriteConflict } from '../data/errors.ts';
import { ledgerWrite } from '../data/ledger.ts';
import { findPayment, listPayments, type StoredPayment } from '../data/payments.ts';
import { dossierOf } from '../data/receivables.ts';
import { transact, type Write } from '../data/table.ts';
import { type Reversal, reversePayment } from '../payments/reverse-payment.ts';
import { type LineInFile, lineAs, pieceOf } from './line-in-file.ts';

/** Lines that brought this money and were not taken back since, the newest first, each read as it is now. */
const tracedBy = async (line: StatementLine): Promise<StoredLine[]> => {
  const found = (await Promise.all(tracesOf(line).map(listTraced))).flat();
  const alike = found.filter(({ cents }) => cents === -line.cents);
  const traced = await Promise.all([...new Set(alike.map(({ lineId }) => lineId))].map(getLine));
  return originalsOf(line, traced);
};

/** Payments that paid an invoice the line names, of the very amount, the newest first. */
const namedPayments = async (line: StatementLine): Promise<StoredPayment[]> => {
  const dossiers = await Promise.all(namedBy(line).numbers.map(dossierOf));
  const payments = await Promise.all([...new Set(dossiers)].filter((dossier) => dossier !== null).map(listPayments));
  return payments
    .flat()
    .reverse()
    .filter((payment) => mayReverse(payment, line));
};

/** Tells whether this is a payment the bank may have taken back by this line. */
export const mayReverse = (payment: StoredPayment, line: StatementLine): boolean =>
  payment.reversedOn === null && payment.method === 'transfer' && payment.cents === -line.cents;

/** Why a payment is taken back, as its line says. */
export const reversalOf = (line: StatementLine, rest: Pick<Reversal, 'by' | 'now' | 'inSuspense'>): Reversal => ({
  on: line.bookedOn,
  note: line.remittance,
  piece: pieceOf(line),
  ...rest,
});

/** What becomes of the line that a reversal takes back. */
const takenBack = (line: StoredLine): Write => lineWrite(line, { ...line, why: 'taken-back' });

/** The reversal of a line that still waits for a person: both leave suspense, and neither waits any more. */
const reverseUnmatched = async (found: LineInFile, original: StoredLine): Promise<StoredLine> => {
  const { line, now } = found;
  const stored = lineAs(found, 'reversal', 'reversal');
  const movement = {
    key: `bank-line:${line.lineId}`,
    date: line.bookedOn,
    piece: pieceOf(line),
    pieceDate: line.bookedOn,
    label: 'Reprise de la banque',
    at: now,
  };
  await transact([
    ...newLineWrites(stored),
    lineWrite(original, { ...original, state: 'dismissed', why: 'taken-back' }),
    ledgerWrite(suspenseReversed(movement, -line.cents), null),
  ]);
  return stored;
};

/** The reversal of what a line or a hand entered: one payment a company it was for, in turn, the line with the last. */
const reverseAll = async (
  found: LineInFile,
  payments: readonly StoredPayment[],
  original: StoredLine | null,
): Promise<StoredLine> => {
  const reversal = reversalOf(found.line, { by: { kind: 'system' }, now: found.now });
  const invoices = payments.flatMap(({ allocations }) => allocations.map(({ number, cents }) => ({ number, cents })));
  const stored = lineAs(found, 'reversal', 'reversal', {
    invoices,
    paymentIds: payments.map(({ paymentId }) => paymentId),
  });
  for (const [place, { paymentId }] of payments.entries()) {
    const last = place === payments.length - 1;
    const reopened = await reversePayment(paymentId, reversal, () =>
      last ? [...newLineWrites(stored), ...(original === null ? [] : [takenBack(original)])] : [],
    );
    if (reopened === null) throw new WriteConflict(`The payment ${paymentId} was taken back by another.`);
  }
  return stored;
};

const reversible = async (line: StoredLine): Promise<StoredPayment[]> => {
  const payments = await Promise.all(line.paymentIds.map(findPayment));
  return payments.filter((payment) => payment !== null);
};

/**
 * Takes back the payment that a line reverses: by what the bank or the payer knows it by, else by the invoice it names;
 * of the very amount.
 * @returns null when there is no such payment: a person looks at it
 * @throws TransientStoreError
 */
export const reverseLine = async (found: LineInFile): Promise<StoredLine | null> => {
  for (const original of await tracedBy(found.line)) {
    if (original.state === 'unknown') return reverseUnmatched(found, original);
    const payments = await reversible(original);
    // A reversal that stopped half way goes on with the payments that are left.
    const left = payments.filter(({ reversedOn }) => reversedOn === null);
    if (left.length > 0) return reverseAll(found, left, original);
  }
  const [named] = await namedPayments(found.line);
  return named === undefined ? null : reverseAll(found, [named], null);
};
