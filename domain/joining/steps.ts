import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { AssignedBy } from '../antenna/assignment.ts';
import { CloseOutcome, ExpiryReason } from '../application/status.ts';

// What goes in and out of each task of `joining` and `antenna-assignment`. Workflows carry identifiers and decisions
// only: the form and its personal data stay in the table, out of the execution history.

/** Instant the state was entered: the handler's only clock. ISO 8601 in UTC. */
const now = z.iso.datetime();
const step = z.strictObject({ applicationId: z.string().min(1), now });
const asking = step.extend({ taskToken: z.string().min(1) });
const nothing = z.strictObject({});

/** What both workflows are started with. */
export const JoiningInput = z.strictObject({ applicationId: z.string().min(1) });

export const ReserveCompanyInput = step;
export const ReserveCompanyOutput = nothing;

export const ConfirmEmailInput = asking;
export const ConfirmEmailOutput = nothing;

export const LookUpCompanyInput = step;
export const LookUpCompanyOutput = z.strictObject({ register: z.enum(['found', 'absent', 'unavailable']) });

export const ReviewApplicationInput = asking;
export const ReviewDecision = z.enum(['approve', 'refuse', 'request-changes']);
export const ReviewApplicationOutput = z.strictObject({ decision: ReviewDecision });

export const EscalateReviewInput = asking;
export const EscalateReviewOutput = ReviewApplicationOutput;

export const CorrectApplicationInput = asking;
export const CorrectApplicationOutput = z.strictObject({ taskId: z.string() });

export const RecordCorrectionInput = step.extend({ taskId: z.string() });
export const RecordCorrectionOutput = z.strictObject({ emailChanged: z.boolean() });

export const AdmitMemberInput = step;
/** `screening`: the company asked to be screened for growth, and its first screening is to be started. */
export const AdmitMemberOutput = z.strictObject({ memberNumber: z.string(), screening: z.boolean() });

export const CloseApplicationInput = step.extend({ outcome: CloseOutcome, reason: ExpiryReason.nullable() });
export const CloseApplicationOutput = nothing;

export const ProposeAntennaInput = step;
export const ProposeAntennaOutput = z.strictObject({
  clearCut: z.boolean(),
  proposed: AntennaCode,
  /** The commune it was proposed for: a member may move again before it is recorded. */
  communeCode: z.string(),
});

export const ChooseAntennaInput = asking;
export const ChooseAntennaOutput = z.strictObject({ antenna: AntennaCode });

export const RecordAntennaInput = step.extend({
  antenna: AntennaCode,
  assignedBy: AssignedBy,
  communeCode: z.string(),
});
export const RecordAntennaOutput = nothing;

/** How antenna-assignment ends, as its caller reads it. */
export const AntennaAssignmentOutput = z.strictObject({ outcome: z.enum(['recorded', 'withdrawn']) });
