import * as z from 'zod';
import { InvoiceNumber } from '../invoice/invoice.ts';
import { CollectionStep } from '../invoice/receivable.ts';
import { DuesOutcome, DuesRequest } from './dues.ts';

// What goes in and out of each task of `dues`: identifiers and decisions, no person and no amount.

/** Instant the state was entered: the handler's only clock. ISO 8601 in UTC. */
const step = z.strictObject({ applicationId: z.string().min(1), now: z.iso.datetime() });
const ofInvoice = step.extend({ number: InvoiceNumber });
const nothing = z.strictObject({});

export const DrawUpQuoteInput = z.strictObject({ ...DuesRequest.shape, now: step.shape.now });
/** Nothing is invoiced where nothing is owed. */
export const DrawUpQuoteOutput = z.strictObject({ owed: z.boolean() });

export const IssueInvoiceInput = step.extend({ duesId: DuesRequest.shape.duesId });
export const IssueInvoiceOutput = z.strictObject({ number: InvoiceNumber });

export const PlanCollectionInput = ofInvoice;
export const PlanCollectionOutput = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('done'), outcome: DuesOutcome }),
  z.strictObject({ action: z.literal('take'), step: CollectionStep }),
  /** How long the state may wait for the payment. */
  z.strictObject({ action: z.literal('wait'), seconds: z.int().positive() }),
  z.strictObject({ action: z.literal('give-up') }),
]);

export const AwaitPaymentInput = ofInvoice.extend({ taskToken: z.string().min(1) });
export const AwaitPaymentOutput = z.strictObject({ outcome: DuesOutcome });

export const RemindCompanyInput = ofInvoice.extend({ step: CollectionStep });
export const RemindCompanyOutput = nothing;

export const MarkUnpaidInput = ofInvoice;
/** Not `unpaid` when the payment came at the last moment. */
export const MarkUnpaidOutput = z.strictObject({ outcome: DuesOutcome });

/** How dues end, as the caller reads it. */
export const DuesOutput = z.strictObject({ outcome: DuesOutcome });
