import * as z from 'zod';
import { InvoiceNumber } from '../invoice/invoice.ts';
import type { ReceivableStatus } from '../invoice/receivable.ts';
import { MembershipPeriod } from '../member/member.ts';
import { Quote } from './quote-line.ts';

/** What dues are asked for: becoming a member, or staying one. */
export const DuesPurpose = Quote.shape.purpose;

/** What the `dues` workflow is started with. The dossier is the application's, for a member too. */
export const DuesRequest = z.strictObject({
  applicationId: z.string().min(1),
  /**
   * Natural key of what is asked, one quote and at most one invoice each: `<application>~joining`,
   * `<application>~renewal-2027`.
   */
  duesId: z.string().min(1),
  purpose: DuesPurpose,
  /** What they pay for, both days of Europe/Paris included; null for a first period, which begins when it is quoted. */
  period: MembershipPeriod.nullable(),
});
export type DuesRequest = z.infer<typeof DuesRequest>;

/** Dues as they were asked of a dossier: the quote, and the invoice it led to. */
export const Dues = z.object({
  ...DuesRequest.shape,
  period: MembershipPeriod,
  quote: Quote,
  quotedAt: z.iso.datetime(),
  /** Null while none is issued, and where nothing is owed. */
  number: InvoiceNumber.nullable(),
});
export type Dues = z.infer<typeof Dues>;

/**
 * How dues end, as the caller of the workflow reads it. `settled` was paid, or nothing was owed; `waived` is as good as
 * paid; `cancelled` was credited in whole without a payment; `withdrawn` when the dossier asks for nothing any more.
 */
export const DUES_OUTCOMES = ['settled', 'waived', 'cancelled', 'unpaid', 'withdrawn'] as const;
export const DuesOutcome = z.enum(DUES_OUTCOMES);
export type DuesOutcome = z.infer<typeof DuesOutcome>;

/** How the dues of an invoice ended; null while they are open. */
export const outcomeOf = (status: ReceivableStatus): DuesOutcome | null => {
  switch (status) {
    case 'open':
    case 'part-paid':
      return null;
    case 'paid':
      return 'settled';
    case 'waived':
      return 'waived';
    case 'cancelled':
      return 'cancelled';
    case 'unpaid':
      return 'unpaid';
  }
};

/**
 * Name of the execution that collects an invoice anew after its payment was taken back: one for each time.
 * @param reopenedAt ISO 8601 instant
 */
export const collectionNameOf = ({
  applicationId,
  number,
  reopenedAt,
}: {
  applicationId: string;
  number: string;
  reopenedAt: string;
}): string => `${applicationId}-again-${number}-${Date.parse(reopenedAt)}`;
