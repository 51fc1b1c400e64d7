import * as z from 'zod';
import { InvoiceNumber } from '../invoice/invoice.ts';
import { Amount, PositiveAmount } from '../money/money.ts';
import { Actor } from '../task/task.ts';

export const PaymentMethod = z.enum(['transfer', 'cheque', 'card', 'online-card', 'credit']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/**
 * Money that came in. `paymentId` is its natural key: the bank's entry (account and entry reference, place within it),
 * the card session, the hand-entered one's idempotency key. The amount is what was allocated and what is held.
 */
export const Payment = z.object({
  paymentId: z.string().min(1),
  method: PaymentMethod,
  /** Day in Europe/Paris on which the money came (booking date of the bank). */
  receivedOn: z.iso.date(),
  cents: PositiveAmount,
  payer: z.string().nullable(),
  /** The dossier it belongs to; null while nobody knows. */
  applicationId: z.string().nullable(),
  allocations: z.array(z.object({ number: InvoiceNumber, cents: PositiveAmount })),
  /** More than was owed: held as a credit of the company (419), to use or refund. */
  heldCents: Amount,
  /** What was refunded of the held, in cents. */
  refundedCents: Amount,
  /** Set when the bank took it back. */
  reversedOn: z.iso.date().nullable(),
  by: Actor,
  note: z.string(),
  at: z.iso.datetime(),
  version: z.int().nonnegative(),
});
export type Payment = z.infer<typeof Payment>;
