import * as z from 'zod';
import { Amount } from '../money/money.ts';
import { InvoiceNumber } from './invoice.ts';

/**
 * Where an invoice stands. `open` and `part-paid` are owed; `paid`, `cancelled` (credited in whole) and `waived` are
 * settled; `unpaid` is past the last step, and still owed: a late payment is taken.
 */
export const ReceivableStatus = z.enum(['open', 'part-paid', 'paid', 'cancelled', 'waived', 'unpaid']);
export type ReceivableStatus = z.infer<typeof ReceivableStatus>;

/** A step of collecting: `reminder:-7`, `reminder:0`, `formal-notice`; once each. */
export const CollectionStep = z.string().regex(/^(reminder:-?\d+|formal-notice)$/);

/** What is owed of an invoice, and how it came so: one a numbered invoice, none for credit notes. Amounts in cents. */
export const Receivable = z.object({
  number: InvoiceNumber,
  applicationId: z.string(),
  duesId: z.string(),
  companyName: z.string(),
  status: ReceivableStatus,
  totalCents: Amount,
  /** Allocated to it from payments, reversals taken off. */
  paidCents: Amount,
  /** Credited by credit notes. */
  creditedCents: Amount,
  waivedCents: Amount,
  issuedOn: z.iso.date(),
  /** The day it is due now: that of the invoice, or later where a delay was granted. */
  dueOn: z.iso.date(),
  /** Creditor reference (RF…), by which bank lines find it. */
  reference: z.string(),
  /** Steps of collecting that were taken; `skipped` where a later one was due already, as after an outage. */
  steps: z.array(z.object({ step: CollectionStep, at: z.iso.datetime(), skipped: z.literal(true).optional() })),
  /** A delay that the company asks for; null when none is pending. */
  delayAsked: z.object({ until: z.iso.date(), reason: z.string(), at: z.iso.datetime() }).nullable(),
  /** Token of the state that waits for the payment; null when none does. */
  token: z.string().nullable(),
  /** Since when it is owed again after it had been settled, while its collecting is not started anew; else null. */
  reopenedAt: z.iso.datetime().nullable().default(null),
  updatedAt: z.iso.datetime(),
  /** Grows by one at each write: two writers cannot both win. */
  version: z.int().nonnegative(),
});
export type Receivable = z.infer<typeof Receivable>;

/** What is left to pay, in cents. Never below zero: more than that is an overpayment, held with the payment. */
export const balanceOf = ({ totalCents, paidCents, creditedCents, waivedCents }: Receivable): number =>
  totalCents - paidCents - creditedCents - waivedCents;
