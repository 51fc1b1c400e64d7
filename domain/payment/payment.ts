import * as z from 'zod';
import { InvoiceNumber } from '../invoice/invoice.ts';
import { Amount, PositiveAmount } from '../money/money.ts';
import { Actor } from '../task/task.ts';

export const PaymentMethod = z.enum(['transfer', 'cheque', 'card', 'online-card', 'credit']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** A part of a payment that pays an invoice. */
export const PaymentShare = z.object({
  number: InvoiceNumber,
  cents: PositiveAmount,
  /** Day in Europe/Paris on which it was taken from what was held; null for what the payment paid when it came. */
  usedOn: z.iso.date().nullable().default(null),
});

/**
 * Money that came in for one dossier. `paymentId` is its natural key: the line of the bank, the card session, the post
 * that entered it by hand. What came in is what was allocated, what is held and what was refunded, to the cent.
 */
export const Payment = z
  .object({
    paymentId: z.string().min(1),
    method: PaymentMethod,
    /** Day in Europe/Paris on which the money came (booking date of the bank). */
    receivedOn: z.iso.date(),
    cents: PositiveAmount,
    payer: z.string().nullable(),
    /** The dossier it belongs to. */
    applicationId: z.string(),
    allocations: z.array(PaymentShare),
    /** More than was owed: held as a credit of the company (419), to use or refund. */
    heldCents: Amount,
    /** What was refunded of the held, in cents. */
    refundedCents: Amount,
    /** Set when the bank took it back: from then on nothing of it counts. */
    reversedOn: z.iso.date().nullable(),
    by: Actor,
    note: z.string(),
    at: z.iso.datetime(),
    version: z.int().nonnegative(),
  })
  .refine(({ cents, allocations, heldCents, refundedCents, reversedOn }) => {
    const told = sharesOf(allocations) + heldCents + refundedCents;
    // Nothing is held of what was taken back: what had been is what the rest leaves.
    return reversedOn === null ? told === cents : heldCents === 0 && told <= cents;
  }, 'payment.unbalanced');
export type Payment = z.infer<typeof Payment>;

/** The sum of shares, in cents. */
export const sharesOf = (shares: readonly { cents: number }[]): number =>
  shares.reduce((sum, { cents }) => sum + cents, 0);
