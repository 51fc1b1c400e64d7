import type * as z from 'zod';
import type {
  ExplainedEvaluation,
  GrowthCaseSummary,
  LinkCase,
  LinkDecision,
  Participation,
  StaffGrowthCase,
} from '../../domain/contract/growth-responses.ts';
import { currentSession, type GrowthCase } from '../../domain/growth/case.ts';
import { explain } from '../../domain/growth/explain.ts';
import type { CompanyFile } from '../../domain/growth/profile.ts';
import { quorumOf } from '../../domain/jury/panel.ts';
import type { JuryVerdict, Session } from '../../domain/jury/session.ts';
import { verdictSentence } from '../../domain/jury/verdict-text.ts';
import { inPlace } from '../../domain/programme/cohort.ts';
import type { Programme } from '../../domain/programme/programme.ts';

// What of a screening each reader gets to see.

export const inBoth = (verdict: JuryVerdict): { fr: string; en: string } => ({
  fr: verdictSentence(verdict, 'fr'),
  en: verdictSentence(verdict, 'en'),
});

/** The score of a case, in words; null before it is made. */
export const scoreView = ({ score }: GrowthCase): ExplainedEvaluation | null =>
  score === null ? null : explain(score.policy, score.evaluation);

const openVote = (growthCase: GrowthCase): Session | null => {
  const session = currentSession(growthCase);
  return session === null || session.closedAt !== null || growthCase.endedAt !== null ? null : session;
};

/** A decision as the company reads it: why, but not who said what. */
export const decisionView = ({ instance, verdict, votes, closedAt }: Session): z.input<typeof LinkDecision>[] =>
  verdict === null || closedAt === null || (verdict.verdict !== 'admit' && verdict.verdict !== 'decline')
    ? []
    : [{ instance, at: closedAt, verdict, sentence: inBoth(verdict), comments: votes.map(({ comment }) => comment) }];

export const linkCaseView = (growthCase: GrowthCase): LinkCase => {
  const { caseId, stage, reason, openedAt, endedAt, appeal, questions, sessions } = growthCase;
  const vote = openVote(growthCase);
  return {
    caseId,
    stage,
    reason,
    openedAt,
    endedAt,
    appeal,
    evaluation: scoreView(growthCase),
    vote: vote === null ? null : { closesAt: vote.dueAt, seats: vote.panel.seats.length, voted: vote.votes.length },
    questions,
    decisions: sessions.flatMap(decisionView),
  };
};

/** Until when what a case waits for may come; null when it waits for nobody. */
const dueAtOf = (growthCase: GrowthCase): string | null => {
  switch (growthCase.stage) {
    case 'voting':
    case 'chair-asked':
      return currentSession(growthCase)?.dueAt ?? null;
    case 'more-asked':
      return growthCase.questions.at(-1)?.dueAt ?? null;
    case 'appeal-open':
      return growthCase.appeal?.dueAt ?? null;
    default:
      return null;
  }
};

export const caseSummaryView = (growthCase: GrowthCase): GrowthCaseSummary => {
  const { caseId, applicationId, memberNumber, companyName, siren, antenna, reason } = growthCase;
  const { stage, openedAt, endedAt, score } = growthCase;
  const vote = openVote(growthCase);
  return {
    caseId,
    applicationId,
    memberNumber,
    companyName,
    siren,
    antenna,
    reason,
    stage,
    openedAt,
    endedAt,
    result: score?.evaluation.result ?? null,
    dueAt: dueAtOf(growthCase),
    votes:
      vote === null ? null : { voted: vote.votes.length, seats: vote.panel.seats.length, quorum: quorumOf(vote.panel) },
  };
};

export const staffCaseView = (
  growthCase: GrowthCase,
  file: CompanyFile,
  participation: Participation | null,
): StaffGrowthCase => ({
  ...growthCase,
  evaluation: scoreView(growthCase),
  sessions: growthCase.sessions.map((session) => ({
    ...session,
    sentence: session.verdict === null ? null : inBoth(session.verdict),
  })),
  file,
  participation,
});

/** Where a company stands in the programme; null when it never came to it. */
export const participationView = (programme: Programme, applicationId: string): Participation | null => {
  const position = programme.waiting.entries.findIndex((entry) => entry.applicationId === applicationId);
  if (position >= 0) {
    return { cohort: null, waitingPosition: position + 1, mentor: null, milestones: [], exit: null };
  }
  const cohorts = programme.cohorts.filter(({ participants }) =>
    participants.some((one) => one.applicationId === applicationId),
  );
  const cohort =
    cohorts.find((one) => inPlace(one).some((each) => each.applicationId === applicationId)) ?? cohorts.at(-1);
  const participant = cohort?.participants.findLast((one) => one.applicationId === applicationId);
  if (cohort === undefined || participant === undefined) return null;
  const { cohortId, name, from, to } = cohort;
  const mentor = programme.mentors.find(({ mentorId }) => mentorId === participant.mentorId);
  const { exit } = participant;
  return {
    cohort: { cohortId, name, from, to },
    waitingPosition: null,
    mentor: mentor === undefined ? null : { name: mentor.name, email: mentor.email, organisation: mentor.organisation },
    milestones: cohort.milestones.map(({ milestoneId, name: milestone, dueOn }) => {
      const done = participant.done.find((one) => one.milestoneId === milestoneId);
      return { milestoneId, name: milestone, dueOn, doneOn: done?.on ?? null, comment: done?.comment ?? '' };
    }),
    exit: exit === null ? null : { reason: exit.reason, at: exit.at },
  };
};
