import * as z from 'zod';
import { Language } from '../application/form.ts';
import { Seller, VatRegime } from '../dues/policy.ts';
import { Amount, Cents } from '../money/money.ts';

/** Invoices (factures) and credit notes (avoirs) are numbered apart, each series without gaps. */
export const InvoiceKind = z.enum(['invoice', 'credit-note']);
export type InvoiceKind = z.infer<typeof InvoiceKind>;

/**
 * Number of an invoice, `F2026-000042`, or of a credit note, `A2026-000007`: unique, chronological and without gaps in
 * its series, with a yearly prefix (CGI, ann. II, 242 nonies A, I-7°).
 */
export const InvoiceNumber = z.string().regex(/^[FA]\d{4}-\d{6}$/);

/** Whose invoice it is, as they were on the day of issue. */
export const Buyer = z.object({
  legalName: z.string(),
  siren: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  contactName: z.string(),
  email: z.string(),
});

/** A line: what is sold, in words of its language, one unit a line. Amounts excluding tax, in cents. */
export const InvoiceLine = z.object({
  description: z.string(),
  quantity: z.int().positive(),
  unitCents: Cents,
  netCents: Cents,
});
export type InvoiceLine = z.infer<typeof InvoiceLine>;

/**
 * An invoice or a credit note as it was issued. Never changed and never deleted: what is paid, waived or credited is
 * kept beside it (Receivable). All amounts are positive on a credit note too, which is what its type says.
 */
export const Invoice = z.object({
  number: InvoiceNumber,
  kind: InvoiceKind,
  /** The dues it asks for: natural key of its issue. */
  duesId: z.string(),
  applicationId: z.string(),
  /** The member's number; null before admission. */
  memberNumber: z.string().nullable(),
  /** Days in Europe/Paris. */
  issuedOn: z.iso.date(),
  dueOn: z.iso.date(),
  /** The period that the dues pay for, both days included: date of service (BT-73, BT-74). */
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  issuedAt: z.iso.datetime(),
  language: Language,
  seller: Seller,
  buyer: Buyer,
  lines: z.array(InvoiceLine).min(1),
  netCents: Amount,
  vat: z.object({ regime: VatRegime, rateBasisPoints: z.int().min(0), cents: Amount }),
  totalCents: Amount,
  /** Annual rate of late penalties, in hundredths of a percent. */
  penaltyRateBasisPoints: z.int(),
  /** Creditor reference, ISO 11649: what a transfer quotes. */
  reference: z.string(),
  /** The invoice that a credit note cancels, in whole or in part, and why. */
  corrects: z.object({ number: InvoiceNumber, issuedOn: z.iso.date(), reason: z.string() }).nullable(),
  /** Version of the dues policy it follows. */
  policyVersion: z.string(),
});
export type Invoice = z.infer<typeof Invoice>;
