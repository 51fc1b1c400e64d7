import type { StoredLine } from '../../domain/bank/stored.ts';
import { findPayment } from '../data/payments.ts';
import { tellOfPayment } from '../payments/tell-of-payment.ts';

/**
 * Tells the companies that a line paid for, or took back from, what came of it: a mail a payment and an invoice, once.
 * @throws TransientMailError, TransientStoreError
 */
export const tellOfLine = async (line: StoredLine, now: string): Promise<void> => {
  for (const paymentId of line.paymentIds) {
    const payment = await findPayment(paymentId);
    // Who is told of the taking back needs not be told of the payment.
    const taken = line.state === 'reversal';
    if (payment !== null && (payment.reversedOn !== null) === taken) await tellOfPayment(payment, now);
  }
};
