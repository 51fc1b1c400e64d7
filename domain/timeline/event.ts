import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { AntennaProposal, AssignedBy } from '../antenna/assignment.ts';
import { ExpiryReason } from '../application/status.ts';
import { Actor } from '../task/task.ts';

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
  z.object({ type: z.literal('application-restarted') }),
  z.object({ type: z.literal('member-admitted'), memberNumber: z.string() }),
  z.object({ type: z.literal('mail-sent'), message: z.string() }),
]);
export type Happening = z.infer<typeof Happening>;

/** One line of a timeline: who, what, when and why. Append-only. */
export const TimelineEvent = z.object({ at: z.iso.datetime(), actor: Actor, happening: Happening });
export type TimelineEvent = z.infer<typeof TimelineEvent>;
