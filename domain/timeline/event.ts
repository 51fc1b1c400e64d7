import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { AntennaProposal, AssignedBy } from '../antenna/assignment.ts';
import { ExpiryReason } from '../application/status.ts';
import { Actor } from '../task/task.ts';
import { ExecutionRef } from '../workflow/execution.ts';

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
  z.object({ type: z.literal('mail-sent'), message: z.string() }),
]);
export type Happening = z.infer<typeof Happening>;

/**
 * What happened, as the applicant reads it: why staff stopped or restarted the machines is between staff. The comments
 * of decisions are theirs to read.
 */
export const forApplicant = (happening: Happening): Happening =>
  happening.type === 'execution-stopped' || happening.type === 'application-restarted'
    ? { ...happening, comment: '' }
    : happening;

/** One line of a timeline: who, what, when and why. Append-only. */
export const TimelineEvent = z.object({ at: z.iso.datetime(), actor: Actor, happening: Happening });
export type TimelineEvent = z.infer<typeof TimelineEvent>;
