import { Refusal } from '../errors.ts';
import { balanceOf, type Receivable } from './receivable.ts';

// What may become of an invoice. Each move gives the receivable as it is afterwards, or refuses; none leaves less than
// nothing to pay. `updatedAt` and `version` are set by whoever writes it.

/**
 * The status that the amounts amount to. Nothing left: paid where anything was paid, else waived where anything was
 * waived, else cancelled. Something left: unpaid once the last step of collecting has passed.
 */
const statusOf = (receivable: Receivable): Receivable['status'] => {
  const { paidCents, waivedCents, status } = receivable;
  if (balanceOf(receivable) > 0) {
    if (status === 'unpaid') return 'unpaid';
    return paidCents > 0 ? 'part-paid' : 'open';
  }
  if (paidCents > 0) return 'paid';
  return waivedCents > 0 ? 'waived' : 'cancelled';
};

const moved = (receivable: Receivable, changes: Partial<Receivable>): Receivable => {
  const after = { ...receivable, ...changes };
  const status = statusOf(after);
  // Who owes nothing asks for no delay, and nothing is to be collected.
  return isSettled({ status }) ? { ...after, status, delayAsked: null, reopenedAt: null } : { ...after, status };
};

/** Tells whether nothing is owed any more. */
export const isSettled = ({ status }: Pick<Receivable, 'status'>): boolean =>
  status === 'paid' || status === 'cancelled' || status === 'waived';

const assertCents = (cents: number): void => {
  if (!Number.isSafeInteger(cents) || cents <= 0) throw new RangeError(`${cents} cents can be no movement.`);
};

const assertOwed = (receivable: Receivable): void => {
  if (balanceOf(receivable) === 0) throw new Refusal('invoice-settled');
};

/** @throws Refusal `invoice-settled`; `invalid-fields` when it is more than is left */
const assertWithinBalance = (receivable: Receivable, cents: number): void => {
  assertCents(cents);
  assertOwed(receivable);
  const max = balanceOf(receivable);
  if (cents > max) {
    const error = { path: 'cents', code: 'amount.above-balance', params: { max: max / 100 } };
    throw new Refusal('invalid-fields', { errors: [error] });
  }
};

/** How a sum that came in is spread: what the invoice takes, and what is over. Nothing is taken of a settled one. */
export const allocate = (receivable: Receivable, cents: number): { taken: number; over: number } => {
  assertCents(cents);
  const taken = Math.min(cents, balanceOf(receivable));
  return { taken, over: cents - taken };
};

/** A payment of a part of what is left, or all of it; a late one is taken too. @throws Refusal `invoice-settled`, `invalid-fields` */
export const payReceivable = (receivable: Receivable, cents: number): Receivable => {
  assertWithinBalance(receivable, cents);
  return moved(receivable, { paidCents: receivable.paidCents + cents });
};

/**
 * Takes back what was paid, because the bank did or because it is moved elsewhere: the invoice is open again.
 * @throws RangeError when more is taken back than was paid: a fault of the program
 */
export const reverseReceivable = (receivable: Receivable, cents: number): Receivable => {
  assertCents(cents);
  if (cents > receivable.paidCents) throw new RangeError(`Only ${receivable.paidCents} cents were paid.`);
  return moved(receivable, { paidCents: receivable.paidCents - cents });
};

/**
 * As {@link reverseReceivable}, because the bank took the payment back. The workflow that collected a settled invoice has
 * ended: what is owed again must be collected anew.
 * @param at ISO 8601 instant
 */
export const reopenReceivable = (receivable: Receivable, cents: number, at: string): Receivable => {
  const after = reverseReceivable(receivable, cents);
  return isSettled(receivable) && receivable.token === null ? { ...after, reopenedAt: at } : after;
};

/** What a credit note takes off: no more than is left. @throws Refusal `invoice-settled`, `invalid-fields` */
export const creditReceivable = (receivable: Receivable, cents: number): Receivable => {
  assertWithinBalance(receivable, cents);
  return moved(receivable, { creditedCents: receivable.creditedCents + cents });
};

/** Gives up a part of what is owed, or all of it. @throws Refusal `invoice-settled`, `invalid-fields` */
export const waiveReceivable = (receivable: Receivable, cents: number): Receivable => {
  assertWithinBalance(receivable, cents);
  return moved(receivable, { waivedCents: receivable.waivedCents + cents });
};

/** The last step of collecting has passed: still owed, but no longer waited for. @throws Refusal `invoice-settled` */
export const markUnpaid = (receivable: Receivable): Receivable => {
  assertOwed(receivable);
  return { ...receivable, status: 'unpaid' };
};
