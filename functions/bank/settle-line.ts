import type { StatementLine } from '../../domain/bank/line.ts';
import { courseOf, type Why } from '../../domain/bank/match.ts';
import type { StoredLine } from '../../domain/bank/stored.ts';
import { receivedInSuspense, suspenseReversed } from '../../domain/ledger/postings.ts';
import type { Allocation } from '../../domain/payment/allocate.ts';
import { findLineAt, findLinePlace, knownLineWrite, newLineWrites } from '../data/bank-lines.ts';
import { WriteConflict } from '../data/errors.ts';
import { ledgerWrite } from '../data/ledger.ts';
import type { StoredPayment } from '../data/payments.ts';
import { dossierOf } from '../data/receivables.ts';
import { transact, type Write } from '../data/table.ts';
import { untilWritten } from '../data/until-written.ts';
import { tellIfSettled } from '../dues/settle.ts';
import { type Incoming, type Outcome, takePayment } from '../payments/take-payment.ts';
import { type LineInFile, lineAs, pieceOf } from './line-in-file.ts';
import { reverseLine } from './reverse-line.ts';

/** The payment a line makes. */
export const paymentIdOf = (lineId: string): string => `bank-${lineId}`;

/** What money of a line says of itself. */
export const incomingOf = (
  line: StatementLine,
  rest: Pick<Incoming, 'numbers' | 'by' | 'now'> & Pick<Partial<Incoming>, 'inSuspense' | 'note'>,
): Incoming => ({
  paymentId: paymentIdOf(line.lineId),
  method: 'transfer',
  receivedOn: line.bookedOn,
  cents: line.cents,
  payer: line.payer,
  note: line.remittance,
  piece: pieceOf(line),
  ...rest,
});

/** What a payment made of its line. */
export const outcomeOf = (
  { shares, restCents, outcome }: Allocation,
  payments: readonly StoredPayment[],
): Pick<StoredLine, 'state' | 'invoices' | 'heldCents' | 'paymentIds'> => ({
  state: outcome,
  invoices: shares,
  heldCents: restCents,
  paymentIds: payments.map(({ paymentId }) => paymentId),
});

/** Keeps a line for a person: what came in, or was taken back, stands in suspense meanwhile. */
export const askAbout = async (found: LineInFile, why: Why): Promise<StoredLine> => {
  const { line, now } = found;
  const stored = lineAs(found, 'unknown', why);
  const movement = {
    key: `bank-line:${line.lineId}`,
    date: line.bookedOn,
    piece: pieceOf(line),
    pieceDate: line.bookedOn,
    label: line.cents > 0 ? 'Encaissement à identifier' : 'Reprise de la banque à identifier',
    at: now,
  };
  const entry = line.cents > 0 ? receivedInSuspense(movement, line.cents) : suspenseReversed(movement, -line.cents);
  await transact([...newLineWrites(stored), ledgerWrite(entry, null)]);
  return stored;
};

/** An invoice named by its number alone is paid by the machine only when the amount is the very one. */
class AnotherAmount extends Error {
  override name = 'AnotherAmount';
}

const pay = async (found: LineInFile, by: 'reference' | 'number', numbers: readonly string[]): Promise<StoredLine> => {
  const { line, now } = found;
  const known = (await Promise.all(numbers.map(dossierOf))).flatMap((dossier, place) =>
    dossier === null ? [] : (numbers[place] ?? []),
  );
  if (known.length === 0) return askAbout(found, 'no-such-invoice');
  const result: { stored?: StoredLine } = {};
  const writes = ({ allocation, payments }: Outcome): Write[] => {
    if (by === 'number' && allocation.outcome !== 'matched') throw new AnotherAmount();
    const why = allocation.shares.length === 0 ? 'nothing-owed' : (`by-${by}` as const);
    result.stored = lineAs(found, allocation.outcome, why, outcomeOf(allocation, payments));
    return newLineWrites(result.stored);
  };
  try {
    const incoming = incomingOf(line, { numbers: known, by: { kind: 'system' }, now });
    const { paid, allocation } = await takePayment(incoming, writes);
    // Payment and line come together: another run took both meanwhile, and the line says how.
    if (allocation === null) throw new WriteConflict(`The line ${line.lineId} was taken by another.`);
    for (const { receivable } of paid) await tellIfSettled(receivable);
  } catch (error) {
    if (error instanceof AnotherAmount) return askAbout(found, 'number-other-amount');
    throw error;
  }
  const { stored } = result;
  if (stored === undefined) throw new Error(`The payment of line ${line.lineId} came without its line.`);
  return stored;
};

const settleNew = async (found: LineInFile): Promise<StoredLine> => {
  const course = courseOf(found.line);
  switch (course.course) {
    case 'leave': {
      const stored = lineAs(found, course.state, course.why);
      await transact(newLineWrites(stored));
      return stored;
    }
    case 'ask':
      return askAbout(found, course.why);
    case 'reverse':
      return (await reverseLine(found)) ?? askAbout(found, 'nothing-to-reverse');
    case 'pay':
      return pay(found, course.by, course.numbers);
  }
};

/**
 * Deals with a line: pays what it names, takes back what it reverses, or keeps it for a person. The line, the payment,
 * what is owed and the journal change together. A line that is in the books, from this file or another, changes nothing.
 * @returns the line as it is afterwards in this file
 * @throws TransientStoreError
 */
export const settleLine = (found: LineInFile): Promise<StoredLine> =>
  untilWritten(async () => {
    const { line, at } = found;
    const place = await findLinePlace(line.lineId);
    if (place === null) return settleNew(found);
    if (place.statementId === at.statementId && place.place === at.place) {
      const there = await findLineAt(at);
      if (there !== null) return there;
    }
    const known = lineAs(found, 'known', 'known');
    await transact([knownLineWrite(known)]);
    return known;
  });
