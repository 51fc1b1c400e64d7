import { PaymentAccepted } from '../../domain/contract/dues-responses.ts';
import { Refusal } from '../../domain/errors.ts';
import { payReceivable } from '../../domain/invoice/moves.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { debtorOf, heldRefunded, heldUsed, type Movement } from '../../domain/ledger/postings.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeApplication } from '../data/applications.ts';
import { ledgerWrite } from '../data/ledger.ts';
import { getPayment, paymentWrite, type StoredPayment } from '../data/payments.ts';
import { earlierPost, type Post, postWrites } from '../data/posts.ts';
import { findReceivable, receivableWrite, type StoredReceivable } from '../data/receivables.ts';

// What is held for a company (419): it pays an invoice of the company's, or is paid back.

type Asked = { by: Actor; now: string; post: Post | null };
type Accepted = { paymentId: string; heldCents: number };

const assertHeld = ({ heldCents }: StoredPayment): void => {
  if (heldCents === 0) throw new Refusal('nothing-held');
};

/** A movement of what is held: each version of a payment has one at most. */
const movementOf = ({ paymentId, version, receivedOn }: StoredPayment, label: string, now: string): Movement => ({
  key: `payment:${paymentId}:${version + 1}`,
  date: parisDay(now),
  piece: paymentId,
  pieceDate: receivedOn,
  label,
  at: now,
});

/**
 * Records that what is held was paid back, in whole or in part.
 * @param cents null for all of it
 * @throws Refusal `not-found`, `nothing-held`, `invalid-fields`, `idempotency-key-reused`; TransientStoreError
 */
export const refundHeld = async (
  paymentId: string,
  { cents, reason, by, now, post }: Asked & { cents: number | null; reason: string },
): Promise<Accepted> => {
  const { applicationId } = await getPayment(paymentId);
  const result: { accepted?: Accepted } = {};
  await changeApplication(applicationId, async (application) => {
    const payment = await getPayment(paymentId);
    result.accepted = (await earlierPost(post, PaymentAccepted)) ?? undefined;
    if (result.accepted !== undefined) return null;
    assertHeld(payment);
    const max = payment.heldCents;
    const refunded = cents ?? max;
    if (refunded > max) {
      throw new Refusal('invalid-fields', { errors: [{ path: 'cents', code: 'amount.above-held', params: { max } }] });
    }
    const after = {
      ...payment,
      heldCents: max - refunded,
      refundedCents: payment.refundedCents + refunded,
    };
    result.accepted = { paymentId, heldCents: after.heldCents };
    const movement = movementOf(payment, `Remboursement ${payment.companyName}`, now);
    return {
      application,
      at: now,
      events: [{ actor: by, happening: { type: 'credit-refunded', cents: refunded, comment: reason } }],
      writes: [
        paymentWrite(payment, after),
        ledgerWrite(heldRefunded(movement, debtorOf(payment), refunded), applicationId),
        ...postWrites(post, result.accepted),
      ],
    };
  });
  if (result.accepted === undefined) throw new Error(`Nothing was refunded of ${paymentId}.`);
  return result.accepted;
};

/**
 * Pays an invoice of the same company from what is held, as far as it goes.
 * @returns the invoice as it is afterwards; null when the same post had paid it before
 * @throws Refusal `not-found`, `nothing-held`, `invoice-settled`, `invalid-fields` when the invoice is another company's,
 *   `idempotency-key-reused`; TransientStoreError
 */
export const useHeld = async (
  paymentId: string,
  { number, by, now, post }: Asked & { number: string },
): Promise<Accepted & { receivable: StoredReceivable | null }> => {
  const { applicationId } = await getPayment(paymentId);
  const result: { accepted?: Accepted; receivable: StoredReceivable | null } = { receivable: null };
  await changeApplication(applicationId, async (application) => {
    const payment = await getPayment(paymentId);
    result.accepted = (await earlierPost(post, PaymentAccepted)) ?? undefined;
    if (result.accepted !== undefined) return null;
    assertHeld(payment);
    const receivable = await findReceivable(number);
    if (receivable?.applicationId !== applicationId) {
      throw new Refusal('invalid-fields', { errors: [{ path: 'number', code: 'credit.other-company' }] });
    }
    const cents = Math.min(payment.heldCents, balanceOf(receivable));
    if (cents === 0) throw new Refusal('invoice-settled');
    const paid = receivableWrite(receivable, payReceivable(receivable, cents), now, application);
    const after = {
      ...payment,
      heldCents: payment.heldCents - cents,
      allocations: [...payment.allocations, { number, cents, usedOn: parisDay(now) }],
    };
    result.accepted = { paymentId, heldCents: after.heldCents };
    result.receivable = paid.receivable;
    const movement = movementOf(payment, `Avoir utilisé pour ${number}`, now);
    const sides = { holder: debtorOf(payment), debtor: debtorOf(receivable) };
    return {
      application,
      at: now,
      events: [{ actor: by, happening: { type: 'payment-received', number, cents, method: 'credit', comment: '' } }],
      writes: [
        paid.write,
        paymentWrite(payment, after),
        ledgerWrite(heldUsed(movement, sides, cents), applicationId),
        ...postWrites(post, result.accepted),
      ],
    };
  });
  if (result.accepted === undefined) throw new Error(`Nothing was used of ${paymentId}.`);
  return { ...result.accepted, receivable: result.receivable };
};
