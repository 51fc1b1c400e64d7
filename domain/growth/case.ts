import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { Session } from '../jury/session.ts';
import { MemberNumber } from '../member/member.ts';
import { Actor } from '../task/task.ts';
import { GrowthCompany } from './company.ts';
import { Evaluation } from './evaluation.ts';
import { GrowthPolicy } from './policy.ts';

/** Where a case stands, in the words people see. The last seven are ends. */
export const CASE_STAGES = [
  'scoring',
  'convening',
  'voting',
  'chair-asked',
  'more-asked',
  'next-session',
  'appeal-open',
  'not-eligible',
  'enrolled',
  'waiting-list',
  'declined',
  'undecided',
  'abandoned',
  'failed',
] as const;
export const CaseStage = z.enum(CASE_STAGES);
export type CaseStage = z.infer<typeof CaseStage>;

export const CASE_ENDS = [
  'not-eligible',
  'enrolled',
  'waiting-list',
  'declined',
  'undecided',
  'abandoned',
  'failed',
] as const;
export const CaseEnd = z.enum(CASE_ENDS);
export type CaseEnd = z.infer<typeof CaseEnd>;

/** Why a company is screened. */
export const ScreeningReason = z.enum(['admission', 'company', 'staff', 'yearly']);
export type ScreeningReason = z.infer<typeof ScreeningReason>;

/** Why a case is closed before its end: the company withdrew it, left the cluster, or its membership lapsed. */
export const AbandonReason = z.enum(['withdrawn', 'left', 'lapsed']);
export type AbandonReason = z.infer<typeof AbandonReason>;

/** The score a case rests on: the very policy and figures it was made from, so that it can be made again. */
export const Score = z.object({
  at: z.iso.datetime(),
  policy: GrowthPolicy,
  company: GrowthCompany,
  evaluation: Evaluation,
  /** Years whose headcount the register contradicts: flagged for the jury. */
  contradictions: z.array(z.object({ year: z.int(), employees: z.int(), band: z.string() })),
});
export type Score = z.infer<typeof Score>;

/** What the jury asked of the company, and what it answered. */
export const Question = z.object({
  askedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** In the jurors' words, unsigned. */
  questions: z.array(z.string()),
  answeredAt: z.iso.datetime().nullable(),
  answer: z.string().nullable(),
});
export type Question = z.infer<typeof Question>;

export const Appeal = z.object({
  /** Until when the company may appeal. */
  dueAt: z.iso.datetime(),
  /** Null until the company says whether it appeals. */
  answeredAt: z.iso.datetime().nullable(),
  appealed: z.boolean(),
  grounds: z.string(),
});
export type Appeal = z.infer<typeof Appeal>;

/** One screening of one member. Instants are ISO 8601 in UTC. */
export const GrowthCase = z.object({
  /** The application's id and the number of the case: `<uuid>~1`. */
  caseId: z.string(),
  applicationId: z.string(),
  /** 1 for the first of the company. */
  number: z.int().positive(),
  memberNumber: MemberNumber,
  /** As they were when the case was opened. */
  companyName: z.string(),
  siren: z.string(),
  /** As it was when the case was written last. */
  antenna: AntennaCode,
  reason: ScreeningReason,
  requestedBy: Actor,
  openedAt: z.iso.datetime(),
  stage: CaseStage,
  score: Score.nullable(),
  sessions: z.array(Session),
  questions: z.array(Question),
  appeal: Appeal.nullable(),
  /** The cohort the company was enrolled in. */
  cohortId: z.string().nullable(),
  abandoned: z.object({ reason: AbandonReason, by: Actor, at: z.iso.datetime() }).nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type GrowthCase = z.infer<typeof GrowthCase>;

/** Tells whether a case goes on: neither ended nor to be ended. */
export const isOpen = ({ endedAt, abandoned }: Pick<GrowthCase, 'endedAt' | 'abandoned'>): boolean =>
  endedAt === null && abandoned === null;

/** Tells whether a stage is one a case ends in. */
export const isEnd = (stage: CaseStage): stage is CaseEnd => CASE_ENDS.some((end) => end === stage);

/** The sitting the case is at; null before the first. */
export const currentSession = ({ sessions }: Pick<GrowthCase, 'sessions'>): Session | null => sessions.at(-1) ?? null;

/** A case with another sitting in the place of its latest. @throws Error when there is none */
export const withSession = <C extends GrowthCase>(growthCase: C, session: Session): C => {
  if (growthCase.sessions.length === 0) throw new Error(`The case ${growthCase.caseId} has no session.`);
  return { ...growthCase, sessions: [...growthCase.sessions.slice(0, -1), session] };
};

/** Which jury a case is before: the second one once the company appealed. */
export const instanceOf = ({ appeal }: Pick<GrowthCase, 'appeal'>): Session['instance'] =>
  appeal?.appealed === true ? 'appeal' : 'first';

/** Sittings of the jury that a case is before. */
export const sessionsOfInstance = (growthCase: GrowthCase): Session[] =>
  growthCase.sessions.filter(({ instance }) => instance === instanceOf(growthCase));
