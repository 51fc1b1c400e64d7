import { PAYMENT_ROUTES } from '../../domain/contract/payment-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { paidSessionOf, StripeEvent } from '../../domain/payment/stripe.ts';
import { api } from '../shared/http/api.ts';
import { anybody } from '../shared/http/caller.ts';
import { takeCardPayment } from './card-payment.ts';
import { keysOfStripe } from './stripe/keys.ts';
import { isSigned } from './stripe/signature.ts';

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('invalid-body');
    throw error;
  }
};

const eventOf = (payload: Buffer): StripeEvent => {
  const event = StripeEvent.safeParse(parseJson(payload.toString('utf8')));
  // Signed by Stripe, and still nothing that is read here.
  if (!event.success) throw new Refusal('invalid-body');
  return event.data;
};

/** Takes what Stripe says of card payments, if it is Stripe that says so. Delivered twice, it is taken once. */
export const handler = api(PAYMENT_ROUTES.TakeStripeEvent, anybody, async ({ file, headers, now }) => {
  const keys = await keysOfStripe();
  if (keys === null) throw new Refusal('card-payment-off');
  if (!isSigned(headers['stripe-signature'], file, keys.webhookSecret, now)) throw new Refusal('invalid-signature');
  const session = paidSessionOf(eventOf(file));
  if (session !== null) await takeCardPayment(session, now);
  return { received: true as const };
});
