import * as z from 'zod';

// What Stripe says of a card payment (Checkout), as far as it is read here.

/** Keys of an account at Stripe, as they are kept: never in the code, nor in a template. */
export const StripeKeys = z.object({ secretKey: z.string().min(1), webhookSecret: z.string().min(1) });
export type StripeKeys = z.infer<typeof StripeKeys>;

/** A payment page of Stripe's, just made. */
export const NewSession = z.object({ id: z.string().min(1), url: z.url() });

/** A payment page that somebody went through. */
export const PaidSession = z.object({
  id: z.string().min(1),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  /** In cents. */
  amount_total: z.int().nullable(),
  /** ISO 4217, in small letters. */
  currency: z.string().nullable(),
  customer_details: z.object({ name: z.string().nullish() }).nullish(),
});
export type PaidSession = z.infer<typeof PaidSession>;

export const StripeEvent = z.object({ id: z.string(), type: z.string(), data: z.object({ object: z.unknown() }) });
export type StripeEvent = z.infer<typeof StripeEvent>;

/** Events that say that money came: at once, or later by a means of payment that takes days. */
const PAYING = ['checkout.session.completed', 'checkout.session.async_payment_succeeded'];

/** The session an event says is paid; null for every other event (expired, refunded, other products of the account). */
export const paidSessionOf = ({ type, data }: StripeEvent): PaidSession | null => {
  if (!PAYING.includes(type)) return null;
  const session = PaidSession.parse(data.object);
  return session.payment_status === 'paid' ? session : null;
};
