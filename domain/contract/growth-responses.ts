import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { GrowthCase, Question } from '../growth/case.ts';
import { GrowthCompany } from '../growth/company.ts';
import { CriterionResult, Evaluation, ScreeningResult } from '../growth/evaluation.ts';
import { FigureEntry, FiguresOfYear } from '../growth/figures.ts';
import { GrowthPolicy } from '../growth/policy.ts';
import { CompanyFile } from '../growth/profile.ts';
import { Juror } from '../jury/juror.ts';
import { Declaration, JuryVerdict, Session, Vote } from '../jury/session.ts';
import { Cohort, WaitingList } from '../programme/cohort.ts';
import { Mentor } from '../programme/mentor.ts';
import { LinkTask } from './responses.ts';
import { page } from './route.ts';

// What the API answers about growth, the jury and the programme.

const instant = z.iso.datetime();
/** A sentence in both languages. */
const Both = z.object({ fr: z.string(), en: z.string() });

/** An evaluation with its reasons in words. */
export const ExplainedEvaluation = Evaluation.extend({
  sentence: Both,
  criteria: z.array(CriterionResult.extend({ title: Both, sentence: Both })),
});
export type ExplainedEvaluation = z.infer<typeof ExplainedEvaluation>;

/** A year whose headcount lies outside the band the public register gives. */
export const Contradiction = z.object({ year: z.int(), employees: z.int(), band: z.string() });

/** A figure that a criterion could not be measured without. */
export const MissingFigure = z.object({ year: z.int(), measure: z.enum(['employees', 'turnover']) });

const asCompanySees = FigureEntry.extend({ by: z.object({ kind: z.enum(['company', 'staff', 'system']) }) });

/** A jury's decision as the company reads it: what was decided, by how many, and why; not who said what. */
export const LinkDecision = z.object({
  instance: z.enum(['first', 'appeal']),
  at: instant,
  verdict: JuryVerdict,
  sentence: Both,
  comments: z.array(z.string()),
});

/** A screening as the company sees it. */
export const LinkCase = GrowthCase.pick({
  caseId: true,
  stage: true,
  reason: true,
  openedAt: true,
  endedAt: true,
  appeal: true,
}).extend({
  /** The score the case rests on; null until it is made. */
  evaluation: ExplainedEvaluation.nullable(),
  /** The vote that is open: until when, how many sit and how many have voted. */
  vote: z.object({ closesAt: instant, seats: z.int(), voted: z.int() }).nullable(),
  questions: z.array(Question),
  decisions: z.array(LinkDecision),
});
export type LinkCase = z.infer<typeof LinkCase>;

/** Where a company stands in the programme. */
export const Participation = z.object({
  cohort: Cohort.pick({ cohortId: true, name: true, from: true, to: true }).nullable(),
  /** 1 for the next to move up; null for who does not wait. */
  waitingPosition: z.int().positive().nullable(),
  mentor: Mentor.pick({ name: true, email: true, organisation: true }).nullable(),
  milestones: z.array(
    z.object({
      milestoneId: z.string(),
      name: z.string(),
      dueOn: z.iso.date(),
      doneOn: z.iso.date().nullable(),
      comment: z.string(),
    }),
  ),
  exit: z.object({ reason: z.string(), at: instant }).nullable(),
});
export type Participation = z.infer<typeof Participation>;

/** What a company sees of its growth. */
export const LinkGrowth = z.object({
  applicationId: z.string(),
  memberNumber: z.string().nullable(),
  companyName: z.string(),
  foundedOn: z.iso.date(),
  figures: z.array(FiguresOfYear.extend({ current: asCompanySees, history: z.array(asCompanySees) })),
  contradictions: z.array(Contradiction),
  file: CompanyFile,
  /** The policy in force, and what it says of the company with the figures of now. */
  policy: GrowthPolicy,
  evaluation: ExplainedEvaluation,
  missing: z.array(MissingFigure),
  /** Why no screening may be asked for now; null when one may. */
  notNow: z.enum(['not-a-member', 'case-open', 'in-programme']).nullable(),
  /** The latest screening. */
  case: LinkCase.nullable(),
  /** What the company is asked now: to provide more, to accept or appeal. */
  openTasks: z.array(LinkTask),
  participation: Participation.nullable(),
});
export type LinkGrowth = z.infer<typeof LinkGrowth>;

/** A screening as a card of the pipeline. */
export const GrowthCaseSummary = GrowthCase.pick({
  caseId: true,
  applicationId: true,
  memberNumber: true,
  companyName: true,
  siren: true,
  antenna: true,
  reason: true,
  stage: true,
  openedAt: true,
  endedAt: true,
}).extend({
  result: ScreeningResult.nullable(),
  /** Until when what it waits for may come. */
  dueAt: instant.nullable(),
  /** How many of those who sit have voted, while a vote is open. */
  votes: z.object({ voted: z.int(), seats: z.int(), quorum: z.int() }).nullable(),
});
export type GrowthCaseSummary = z.infer<typeof GrowthCaseSummary>;
export const GrowthCasePage = page(GrowthCaseSummary);

const ExplainedSession = Session.extend({ sentence: Both.nullable() });

/** A screening whole, as staff see it: votes included, which nobody alters. */
export const StaffGrowthCase = GrowthCase.extend({
  evaluation: ExplainedEvaluation.nullable(),
  sessions: z.array(ExplainedSession),
  file: CompanyFile,
  participation: Participation.nullable(),
});
export type StaffGrowthCase = z.infer<typeof StaffGrowthCase>;

/** A member's growth as staff see it. */
export const StaffGrowthCompany = z.object({
  applicationId: z.string(),
  memberNumber: z.string(),
  companyName: z.string(),
  siren: z.string(),
  antenna: AntennaCode,
  foundedOn: z.iso.date(),
  figures: z.array(FiguresOfYear),
  contradictions: z.array(Contradiction),
  file: CompanyFile,
  policy: GrowthPolicy,
  evaluation: ExplainedEvaluation,
  missing: z.array(MissingFigure),
  notNow: LinkGrowth.shape.notNow,
  cases: z.array(GrowthCaseSummary),
  participation: Participation.nullable(),
});
export type StaffGrowthCompany = z.infer<typeof StaffGrowthCompany>;

/** A member as the what-if takes it: nothing but what criteria are applied to, and a name to show. */
export const GrowthCandidate = z.object({
  memberNumber: z.string(),
  companyName: z.string(),
  antenna: AntennaCode,
  company: GrowthCompany,
});
export const GrowthCandidatePage = page(GrowthCandidate).extend({
  /** The last closed year: what evaluations are made for. */
  closedYear: z.int(),
});

/** Every published policy, the oldest first, and the one in force. */
export const GrowthPolicyList = z.object({ items: z.array(GrowthPolicy), current: z.string() });

/** A candidate's file as the jury reads it. */
export const JuryFile = z.object({
  foundedOn: z.iso.date(),
  policy: GrowthPolicy,
  evaluation: ExplainedEvaluation,
  figures: z.array(FiguresOfYear),
  contradictions: z.array(Contradiction),
  file: CompanyFile,
  questions: z.array(Question),
  /** What the company says against the first decision, and that decision; null in the first instance. */
  appeal: z.object({ grounds: z.string(), decision: LinkDecision }).nullable(),
});

export type JuryFile = z.infer<typeof JuryFile>;

/** A candidate before the juror who asks. */
export const JuryCase = GrowthCase.pick({
  caseId: true,
  companyName: true,
  siren: true,
  antenna: true,
  stage: true,
}).extend({
  session: z.int().positive(),
  instance: z.enum(['first', 'appeal']),
  dueAt: instant,
  /** What the juror declared; null until they did. */
  declaration: Declaration.nullable(),
  /** The task to answer with a vote; null when none is asked of this juror (any more). */
  taskId: z.string().nullable(),
  mayAskMore: z.boolean(),
  vote: Vote.nullable(),
  chair: z.boolean(),
  /** Null until the juror declared that they have no conflict. */
  file: JuryFile.nullable(),
  /** How it ended, with everybody's votes: null while the vote is open. */
  outcome: z
    .object({ verdict: JuryVerdict, sentence: Both, votes: z.array(Vote.extend({ name: z.string() })) })
    .nullable(),
});
export type JuryCase = z.infer<typeof JuryCase>;
export const JuryCaseList = z.object({ items: z.array(JuryCase) });
export const JurorList = z.object({ items: z.array(Juror) });
/** A juror who was removed, and in how many open sessions their seat passed on or fell away. */
export const JurorRemoved = Juror.extend({ seatsPassed: z.int(), seatsLost: z.int() });

/** The programme whole. */
export const ProgrammeView = z.object({
  cohorts: z.array(Cohort),
  waiting: WaitingList,
  mentors: z.array(Mentor),
});
export const ScreeningAccepted = GrowthCase.pick({ caseId: true, stage: true });
