import * as z from 'zod';
import { checkoutKey } from './keys.ts';
import { get, transact } from './table.ts';

const Checkout = z.object({ number: z.string(), cents: z.int().positive() });
/** What a payment page of Stripe's asks for: of which invoice, and how much, in cents. */
export type Checkout = z.infer<typeof Checkout>;

/** The payment page; null when it is none of ours. */
export const findCheckout = (sessionId: string): Promise<Checkout | null> => get(checkoutKey(sessionId), Checkout);

/** Keeps what a payment page asks for. The same page kept again is the same. */
export const keepCheckout = (sessionId: string, checkout: Checkout): Promise<void> =>
  transact([{ put: { ...checkoutKey(sessionId), ...checkout } }]);
