import type { StoredPayment } from '../data/payments.ts';
import { findReceivable } from '../data/receivables.ts';
import { sendPaymentReceived, sendPaymentReversed } from '../dues/mails.ts';

/**
 * Tells the company of a payment, or of its taking back: a mail an invoice, once.
 * @throws TransientMailError, TransientStoreError
 */
export const tellOfPayment = async (payment: StoredPayment, now: string): Promise<void> => {
  const send = payment.reversedOn === null ? sendPaymentReceived : sendPaymentReversed;
  for (const { number, cents } of payment.allocations) {
    const receivable = await findReceivable(number);
    if (receivable !== null) await send({ id: payment.paymentId, cents }, { receivable, now });
  }
};
