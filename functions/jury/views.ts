import type { Application } from '../../domain/application/application.ts';
import type { JuryCase, JuryFile } from '../../domain/contract/growth-responses.ts';
import { currentSession, type GrowthCase, isOpen } from '../../domain/growth/case.ts';
import { questionsLeft } from '../../domain/growth/progress.ts';
import { declarationOf, type Session, sits, voteOf } from '../../domain/jury/session.ts';
import { askedNow } from '../../domain/jury/vote.ts';
import { getApplication } from '../data/applications.ts';
import type { StoredCase } from '../data/growth-cases.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { decisionView, inBoth, scoreView } from '../growth/case-views.ts';
import { voteTaskId } from './vote-tasks.ts';

/** The sitting of a case that concerns a juror: the latest in which they sit, voted or declared. */
export const sittingOf = ({ sessions }: GrowthCase, jurorId: string): Session | null =>
  sessions.findLast(
    (session) =>
      sits(session, jurorId) || voteOf(session, jurorId) !== null || declarationOf(session, jurorId) !== null,
  ) ?? null;

/** The file of a candidate, as the jury reads it. */
const fileOf = async (growthCase: StoredCase, application: Application | null): Promise<JuryFile | null> => {
  const { score, questions, appeal, sessions, applicationId } = growthCase;
  const evaluation = scoreView(growthCase);
  if (score === null || evaluation === null) return null;
  const { figures, file } = await readProfile(application ?? (await getApplication(applicationId)));
  const decision = sessions
    .filter(({ instance }) => instance === 'first')
    .flatMap(decisionView)
    .at(-1);
  return {
    foundedOn: score.company.foundedOn,
    policy: score.policy,
    evaluation,
    figures,
    contradictions: score.contradictions,
    file,
    questions,
    appeal: appeal?.appealed === true && decision !== undefined ? { grounds: appeal.grounds, decision } : null,
  };
};

const outcomeOf = ({ verdict, closedAt, votes, panel }: Session): JuryCase['outcome'] => {
  if (verdict === null || closedAt === null) return null;
  const nameOf = (jurorId: string) => panel.seats.find((seat) => seat.jurorId === jurorId)?.name ?? '';
  return {
    verdict,
    sentence: inBoth(verdict),
    votes: votes.map((vote) => ({ ...vote, name: nameOf(vote.jurorId) })),
  };
};

/**
 * A candidate before a juror. The file opens once they declared that they have no conflict; votes, once the vote closed.
 * @param application where it has been read already
 */
export const juryCaseView = async (
  growthCase: StoredCase,
  session: Session,
  jurorId: string,
  application: Application | null = null,
): Promise<JuryCase> => {
  const { caseId, companyName, siren, antenna, stage } = growthCase;
  const declaration = declarationOf(session, jurorId);
  const vote = voteOf(session, jurorId);
  const asked =
    isOpen(growthCase) &&
    session.closedAt === null &&
    currentSession(growthCase)?.number === session.number &&
    vote === null &&
    (growthCase.stage === 'voting' || growthCase.stage === 'chair-asked') &&
    askedNow(session).some((seat) => seat.jurorId === jurorId);
  const clear = declaration?.conflict === false;
  return {
    caseId,
    companyName,
    siren,
    antenna,
    stage,
    session: session.number,
    instance: session.instance,
    dueAt: session.dueAt,
    declaration,
    taskId: asked ? voteTaskId(growthCase, session, jurorId) : null,
    mayAskMore: session.chairAskedAt === null && questionsLeft(growthCase) > 0,
    vote,
    chair: session.panel.seats.some((seat) => seat.jurorId === jurorId && seat.chair),
    file: clear ? await fileOf(growthCase, application) : null,
    outcome: clear ? outcomeOf(session) : null,
  };
};
