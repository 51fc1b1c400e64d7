import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { AntennaProposal, AssignedBy } from '../antenna/assignment.ts';
import { ExpiryReason } from '../application/status.ts';
import { InvoiceNumber } from '../invoice/invoice.ts';
import { CollectionStep } from '../invoice/receivable.ts';
import { PositiveAmount } from '../money/money.ts';
import { PaymentMethod } from '../payment/payment.ts';
import { Actor } from '../task/task.ts';
import { ExecutionRef } from '../workflow/execution.ts';
import { GROWTH_HAPPENINGS } from './growth-event.ts';

/** What happened to an invoice: of how much, in cents. */
const money = z.object({ number: InvoiceNumber, cents: PositiveAmount });
const comment = z.string();
/** Both days included, in Europe/Paris. */
const period = z.object({ from: z.iso.date(), to: z.iso.date() });

/** What happened, with what the reader needs to understand why. The comment of a decision is part of it. */
export const Happening = z.discriminatedUnion('type', [
  z.object({ type: z.literal('application-received') }),
  z.object({ type: z.literal('email-confirmation-asked') }),
  z.object({ type: z.literal('email-confirmed') }),
  z.object({ type: z.literal('register-checked'), result: z.enum(['found', 'absent', 'unavailable']) }),
  z.object({ type: z.literal('antenna-proposed'), proposal: AntennaProposal }),
  z.object({ type: z.literal('antenna-chosen'), antenna: AntennaCode, comment: z.string() }),
  z.object({ type: z.literal('antenna-recorded'), antenna: AntennaCode, assignedBy: AssignedBy }),
  z.object({ type: z.literal('review-asked'), antenna: AntennaCode, dueAt: z.iso.datetime() }),
  z.object({ type: z.literal('review-escalated') }),
  z.object({ type: z.literal('application-approved'), comment: z.string() }),
  z.object({ type: z.literal('application-refused'), comment: z.string() }),
  z.object({ type: z.literal('changes-requested'), comment: z.string(), dueAt: z.iso.datetime() }),
  z.object({ type: z.literal('application-corrected'), changed: z.array(z.string()) }),
  z.object({ type: z.literal('application-withdrawn') }),
  z.object({ type: z.literal('application-expired'), reason: ExpiryReason }),
  z.object({ type: z.literal('application-duplicate') }),
  z.object({ type: z.literal('application-failed') }),
  /** Told when the head office asks for it: what becomes of the application follows as lines of its own. */
  z.object({ type: z.literal('execution-stopped'), execution: ExecutionRef, comment: z.string() }),
  z.object({ type: z.literal('application-restarted'), comment: z.string().default('') }),
  z.object({ type: z.literal('member-admitted'), memberNumber: z.string() }),
  z.object({ type: z.literal('renewal-opened'), period }),
  z.object({ type: z.literal('figures-asked'), dueAt: z.iso.datetime() }),
  z.object({ type: z.literal('figures-confirmed'), year: z.int(), employees: z.int(), turnover: z.int() }),
  z.object({ type: z.literal('figures-stand') }),
  z.object({ type: z.literal('membership-renewed'), period }),
  /** Paid after it had lapsed. */
  z.object({ type: z.literal('membership-restored'), period }),
  z.object({ type: z.literal('membership-suspended'), suspendOn: z.iso.date(), lapseOn: z.iso.date() }),
  z.object({ type: z.literal('membership-lapsed') }),
  z.object({
    type: z.literal('resignation-given'),
    receivedOn: z.iso.date(),
    effectiveOn: z.iso.date(),
    comment: z.string(),
  }),
  z.object({ type: z.literal('membership-resigned') }),
  z.object({ type: z.literal('member-excluded'), comment: z.string() }),
  z.object({ type: z.literal('member-rejoined'), period, comment: z.string() }),
  /** `changed`: dotted paths of the form. */
  z.object({ type: z.literal('member-changed'), changed: z.array(z.string()), comment: z.string() }),
  z.object({ type: z.literal('member-transferred'), fromSiren: z.string(), toSiren: z.string(), comment: z.string() }),
  /** Its people are erased; its accounts are kept until then (ISO 8601 date). */
  z.object({ type: z.literal('dossier-erased'), keptUntil: z.iso.date(), comment: z.string() }),
  z.object({ type: z.literal('mail-sent'), message: z.string() }),
  money.extend({ type: z.literal('invoice-issued'), dueOn: z.iso.date() }),
  /** `corrects` is the invoice; `number` the credit note's own. */
  money.extend({ type: z.literal('credit-note-issued'), corrects: InvoiceNumber, comment }),
  money.extend({ type: z.literal('invoice-waived'), comment }),
  money.extend({ type: z.literal('payment-received'), method: PaymentMethod, comment }),
  money.extend({ type: z.literal('payment-reversed'), comment }),
  /** More came in than was owed: kept for the company. */
  z.object({ type: z.literal('credit-held'), cents: PositiveAmount, comment }),
  z.object({ type: z.literal('credit-refunded'), cents: PositiveAmount, comment }),
  /** `skipped` where a later step was due already: nothing was sent. */
  z.object({
    type: z.literal('collection-step'),
    number: InvoiceNumber,
    step: CollectionStep,
    skipped: z.boolean().default(false),
  }),
  z.object({ type: z.literal('delay-asked'), number: InvoiceNumber, until: z.iso.date(), comment }),
  z.object({ type: z.literal('delay-granted'), number: InvoiceNumber, until: z.iso.date(), comment }),
  z.object({ type: z.literal('delay-declined'), number: InvoiceNumber, comment }),
  z.object({ type: z.literal('invoice-unpaid'), number: InvoiceNumber }),
  ...GROWTH_HAPPENINGS,
]);
export type Happening = z.infer<typeof Happening>;

/** Happenings whose comment is between staff. */
const BETWEEN_STAFF: readonly Happening['type'][] = [
  'execution-stopped',
  'application-restarted',
  'invoice-waived',
  'payment-received',
  'payment-reversed',
  'credit-held',
  'credit-refunded',
  'figures-checked',
];

/**
 * What happened, as the applicant reads it: why staff stopped or restarted the machines, waived what was owed or entered
 * a payment is between staff. The comments of decisions are theirs to read.
 */
export const forApplicant = (happening: Happening): Happening =>
  'comment' in happening && BETWEEN_STAFF.includes(happening.type) ? { ...happening, comment: '' } : happening;

/** One line of a timeline: who, what, when and why. Append-only. */
export const TimelineEvent = z.object({ at: z.iso.datetime(), actor: Actor, happening: Happening });
export type TimelineEvent = z.infer<typeof TimelineEvent>;
