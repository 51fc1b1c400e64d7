import * as z from 'zod';
import { DuesOutcome } from '../dues/dues.ts';
import { MemberNumber, MembershipPeriod } from '../member/member.ts';

// What goes in and out of each task of `renewal` and `renewal-campaign`. Identifiers and decisions only: what is known of
// the company stays in the table.

const now = z.iso.datetime();
const nothing = z.strictObject({});

/** Names a renewal among those of its dossier: the first day of its period, and for who joined again when that was. */
const RenewalKey = z.string().regex(/^\d{4}-\d{2}-\d{2}(-\d+)?$/);

/** What `renewal` is started with: whose, and for which period. */
export const RenewalInput = z.strictObject({
  applicationId: z.string().min(1),
  memberNumber: MemberNumber,
  key: RenewalKey,
  period: MembershipPeriod,
});
export type RenewalInput = z.infer<typeof RenewalInput>;

const step = z.strictObject({
  applicationId: z.string().min(1),
  memberNumber: MemberNumber,
  key: RenewalKey,
  now,
});
const asking = step.extend({ taskToken: z.string().min(1) });

export const OpenRenewalInput = step;
export const OpenRenewalOutput = nothing;

export const ConfirmFiguresInput = asking;
export const ConfirmFiguresOutput = nothing;

export const KeepFiguresInput = step;
export const KeepFiguresOutput = nothing;

export const RenewMemberInput = step;
export const RenewMemberOutput = nothing;

/** What is to be done about a renewal that is not paid; `seconds` while nothing is. */
export const ArrearsAction = z.enum(['wait', 'suspend', 'lapse', 'end']);
export const PlanArrearsInput = step;
export const PlanArrearsOutput = z.strictObject({
  action: ArrearsAction,
  seconds: z.int().min(1).max(31_536_000).optional(),
});

export const AwaitLatePaymentInput = asking;
export const AwaitLatePaymentOutput = z.strictObject({ outcome: DuesOutcome });

export const SuspendMemberInput = step;
export const SuspendMemberOutput = nothing;

export const LapseMemberInput = step;
export const LapseMemberOutput = nothing;

/** What `renewal-campaign` is started with; each execution that goes on with another has the next part and its place. */
export const CampaignInput = z.strictObject({
  /** ISO 8601 instant the schedule was for. */
  time: z.iso.datetime(),
  /** Name of whoever had it run; null when it was its time. */
  by: z.string().nullable(),
  /** Name of the first execution. */
  campaign: z.string().min(1),
  part: z.int().min(1),
  cursor: z.string().nullable(),
  /** Renewals found so far. */
  found: z.int().nonnegative(),
});
export type CampaignInput = z.infer<typeof CampaignInput>;

export const FindWhoIsDueInput = z.strictObject({ now, cursor: z.string().nullable(), found: z.int().nonnegative() });
export const FindWhoIsDueOutput = z.strictObject({
  due: z.array(z.strictObject({ name: z.string(), input: RenewalInput })),
  cursor: z.string().nullable(),
  found: z.int().nonnegative(),
});

export const RecordCampaignInput = z.strictObject({
  time: z.iso.datetime(),
  by: z.string().nullable(),
  found: z.int().nonnegative(),
  now,
});
export const RecordCampaignOutput = nothing;
