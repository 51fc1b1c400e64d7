import * as z from 'zod';

/** Where an application stands, in the words people see. */
export const APPLICATION_STATUSES = [
  'received',
  'confirming-email',
  'assigning-antenna',
  'in-review',
  'changes-requested',
  'approved',
  'awaiting-payment',
  'admitted',
  'refused',
  'withdrawn',
  'expired',
  'duplicate',
  'failed',
] as const;
export const ApplicationStatus = z.enum(APPLICATION_STATUSES);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;

/** Statuses in which the workflow runs and the SIREN is held. */
export const LIVE_STATUSES: readonly ApplicationStatus[] = [
  'received',
  'confirming-email',
  'assigning-antenna',
  'in-review',
  'changes-requested',
  'approved',
  'awaiting-payment',
];

/** Tells whether an application in this status still holds its SIREN and may be withdrawn. */
export const isLive = (status: ApplicationStatus): boolean => LIVE_STATUSES.includes(status);

/** How an application ends when it does not end in a membership. */
export const CloseOutcome = z.enum(['refused', 'withdrawn', 'expired', 'duplicate', 'failed']);
export type CloseOutcome = z.infer<typeof CloseOutcome>;

/** Why an application expired. */
export const ExpiryReason = z.enum([
  'email-unconfirmed',
  'changes-not-made',
  'review-unanswered',
  /** The dues were not paid after the last reminder. */
  'dues-unpaid',
  /** The invoice was cancelled in whole without a payment. */
  'dues-cancelled',
]);
export type ExpiryReason = z.infer<typeof ExpiryReason>;
