import * as z from 'zod';
import { CaseEnd } from './case.ts';
import { ScreeningResult } from './evaluation.ts';

// What goes in and out of each task of `high-growth-screening`: identifiers and decisions only. Figures, votes and words
// stay in the table, out of the execution history.

const now = z.iso.datetime();
const step = z.strictObject({ applicationId: z.string().min(1), caseId: z.string().min(1), now });
const asking = step.extend({ taskToken: z.string().min(1) });
const nothing = z.strictObject({});

/** What the workflow is started with. */
export const ScreeningInput = step.omit({ now: true });

export const ScoreCompanyInput = step;
export const ScoreCompanyOutput = z.strictObject({ result: ScreeningResult });

/** What follows a sitting that could not be held. */
const Unheld = z.enum(['next-session', 'undecided']);

export const ConveneJuryInput = step;
export const ConveneJuryOutput = z.strictObject({ next: z.enum(['vote', ...Unheld.options]) });

export const CollectVotesInput = asking;
export const CollectVotesOutput = nothing;

export const RemindJurorsInput = asking;
export const RemindJurorsOutput = nothing;

/** What follows a vote. `declined`: the decision of the second jury, which is final. */
export const AfterVote = z.enum(['admit', 'decline', 'declined', 'ask-more', 'ask-chair', ...Unheld.options]);
export type AfterVote = z.infer<typeof AfterVote>;

export const CountVotesInput = step;
export const CountVotesOutput = z.strictObject({ next: AfterVote });

export const AskChairInput = asking;
export const AskChairOutput = nothing;

export const AskCompanyInput = asking;
export const AskCompanyOutput = nothing;

export const AwaitAppealInput = asking;
export const AwaitAppealOutput = z.strictObject({ appeal: z.boolean() });

export const EnrolInProgrammeInput = step;
export const EnrolInProgrammeOutput = z.strictObject({ place: z.enum(['enrolled', 'waiting-list']) });

export const CloseCaseInput = step.extend({ outcome: CaseEnd });
export const CloseCaseOutput = nothing;
