import * as z from 'zod';
import { AbandonReason, CaseEnd, ScreeningReason } from '../growth/case.ts';
import { ScreeningResult } from '../growth/evaluation.ts';
import { JuryVerdict, WhyLost } from '../jury/session.ts';
import { ExitReason } from '../programme/cohort.ts';

// What happens to a member's growth: its figures, its screenings, its way through the programme. No juror is named: the
// company reads this too.

const comment = z.string();
const dueAt = z.iso.datetime();
const year = z.int();
const ofCase = z.object({ caseId: z.string() });

export const GROWTH_HAPPENINGS = [
  z.object({ type: z.literal('figures-added'), year }),
  z.object({ type: z.literal('figures-corrected'), year, comment }),
  z.object({ type: z.literal('figures-checked'), year, comment }),
  z.object({ type: z.literal('growth-file-written') }),
  ofCase.extend({ type: z.literal('screening-opened'), reason: ScreeningReason }),
  ofCase.extend({ type: z.literal('screening-scored'), result: ScreeningResult, policyVersion: z.string() }),
  ofCase.extend({ type: z.literal('jury-convened'), seats: z.int(), dueAt }),
  ofCase.extend({ type: z.literal('jury-too-small'), seats: z.int() }),
  ofCase.extend({ type: z.literal('jury-reminded') }),
  ofCase.extend({ type: z.literal('seat-passed'), why: WhyLost, replaced: z.boolean() }),
  ofCase.extend({ type: z.literal('vote-cast') }),
  ofCase.extend({ type: z.literal('votes-counted'), verdict: JuryVerdict }),
  ofCase.extend({ type: z.literal('chair-asked'), dueAt }),
  ofCase.extend({ type: z.literal('more-asked'), dueAt, comment }),
  ofCase.extend({ type: z.literal('more-provided'), comment }),
  ofCase.extend({ type: z.literal('appeal-opened'), dueAt }),
  ofCase.extend({ type: z.literal('appeal-made'), comment }),
  ofCase.extend({ type: z.literal('decision-accepted') }),
  ofCase.extend({ type: z.literal('candidacy-closed'), reason: AbandonReason }),
  ofCase.extend({ type: z.literal('screening-ended'), outcome: CaseEnd }),
  z.object({ type: z.literal('programme-enrolled'), cohort: z.string() }),
  z.object({ type: z.literal('programme-waiting') }),
  z.object({ type: z.literal('programme-moved-up'), cohort: z.string() }),
  z.object({ type: z.literal('programme-left'), reason: ExitReason, comment }),
  z.object({ type: z.literal('mentor-assigned'), mentor: z.string() }),
  z.object({ type: z.literal('milestone-recorded'), name: z.string(), on: z.iso.date(), comment }),
] as const;
