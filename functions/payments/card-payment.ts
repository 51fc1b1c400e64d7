import { Refusal } from '../../domain/errors.ts';
import { CURRENCY } from '../../domain/money/money.ts';
import type { PaidSession } from '../../domain/payment/stripe.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { findCheckout } from '../data/checkouts.ts';
import { owedMailWrite } from '../data/owed-mails.ts';
import { tellNow } from '../dues/owed-mail.ts';
import { tellIfSettled } from '../dues/settle.ts';
import { logger } from '../shared/observability.ts';
import { paymentMails, takePayment } from './take-payment.ts';

/**
 * Takes a card payment: of the invoice its page was made for, as money of the bank is taken; what is more than owed is
 * held. A page that is none of ours is passed over: the account may sell other things.
 * @throws Refusal `invalid-body` when the amount is not the one that was asked for: nothing is booked, and Stripe shows it
 *   as undelivered; TransientStoreError
 */
export const takeCardPayment = async (session: PaidSession, now: string): Promise<void> => {
  const checkout = await findCheckout(session.id);
  if (checkout === null) {
    logger.warn('payment of another product', { session: session.id });
    return;
  }
  const { number, cents } = checkout;
  if (session.amount_total !== cents || session.currency?.toUpperCase() !== CURRENCY) {
    logger.error('another amount than asked for', { session: session.id, number, cents });
    throw new Refusal('invalid-body');
  }
  const { payments, paid } = await takePayment(
    {
      paymentId: `stripe-${session.id}`,
      method: 'online-card',
      receivedOn: parisDay(now),
      cents,
      payer: session.customer_details?.name ?? null,
      numbers: [number],
      by: { kind: 'company' },
      note: '',
      piece: session.id,
      now,
    },
    (taken) => paymentMails(taken.payments).map((mail) => owedMailWrite(mail, now)),
  );
  for (const { receivable } of paid) await tellIfSettled(receivable);
  await tellNow(paymentMails(payments), now);
};
