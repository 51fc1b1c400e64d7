import type { StoredLine } from '../../domain/bank/stored.ts';
import { findPayment } from '../data/payments.ts';
import { findReceivable } from '../data/receivables.ts';
import { sendPaymentReceived, sendPaymentReversed } from '../dues/mails.ts';

/**
 * Tells the companies that a line paid for, or took back from, what came of it: a mail a payment and an invoice, once.
 * @throws TransientMailError, TransientStoreError
 */
export const tellOfLine = async (line: StoredLine, now: string): Promise<void> => {
  const reversal = line.state === 'reversal';
  for (const paymentId of line.paymentIds) {
    const payment = await findPayment(paymentId);
    // Who was told of the taking back needs not be told of the payment.
    if (payment === null || (payment.reversedOn !== null && !reversal)) continue;
    for (const { number, cents } of payment.allocations) {
      const receivable = await findReceivable(number);
      if (receivable === null) continue;
      const send = reversal ? sendPaymentReversed : sendPaymentReceived;
      await send({ id: paymentId, cents }, { receivable, now });
    }
  }
};
