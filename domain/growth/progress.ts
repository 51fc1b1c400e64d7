import type { AntennaCode } from '../antenna/antenna.ts';
import type { Juror } from '../jury/juror.ts';
import { canSit, drawPanel } from '../jury/panel.ts';
import { JURY_POLICY, juryDueAt, voteClosesAt } from '../jury/policy.ts';
import type { Session } from '../jury/session.ts';
import { countVotes } from '../jury/vote.ts';
import { currentSession, type GrowthCase, instanceOf, sessionsOfInstance, withSession } from './case.ts';
import type { AfterVote } from './steps.ts';

// How a case goes from one sitting to the next.

/** Who declared a conflict with the company of a case, in any sitting. */
const conflictedOf = ({ sessions }: GrowthCase): Set<string> =>
  new Set(sessions.flatMap(({ declarations }) => declarations.filter((d) => d.conflict).map((d) => d.jurorId)));

/** Who sat in the first instance: an appeal goes to others. */
const firstInstanceOf = (growthCase: GrowthCase): Set<string> =>
  new Set(
    instanceOf(growthCase) === 'first'
      ? []
      : growthCase.sessions
          .filter(({ instance }) => instance === 'first')
          .flatMap(({ panel, votes, struck }) => [...panel.seats, ...votes, ...struck].map(({ jurorId }) => jurorId)),
  );

/** Open sittings each juror is in, over these cases. */
export const loadOf = (cases: readonly GrowthCase[]): Map<string, number> => {
  const load = new Map<string, number>();
  for (const growthCase of cases) {
    const session = currentSession(growthCase);
    if (session === null || session.closedAt !== null || growthCase.endedAt !== null) continue;
    for (const { jurorId } of session.panel.seats) load.set(jurorId, (load.get(jurorId) ?? 0) + 1);
  }
  return load;
};

/** The panel that asked for more votes again, those who left the jury since put aside; their declarations stand. */
const sameJury = (session: Session, jurors: readonly Juror[]): Pick<Session, 'panel' | 'declarations'> => {
  const active = (jurorId: string): boolean => jurors.some((juror) => juror.jurorId === jurorId && juror.active);
  const { panel, declarations } = session;
  const seats = panel.seats.filter(({ jurorId }) => active(jurorId));
  const chaired = seats.some(({ chair }) => chair) ? seats : seats.map((seat, at) => ({ ...seat, chair: at === 0 }));
  return {
    panel: { ...panel, seats: chaired, deputies: panel.deputies.filter(({ jurorId }) => active(jurorId)) },
    declarations,
  };
};

/**
 * Opens the next sitting: the same jury where it asked for more, otherwise one drawn by the rule. One that is too small to
 * reach its quorum is closed as it opens.
 * @param now ISO 8601 instant
 */
export const openSession = (
  growthCase: GrowthCase,
  { jurors, load, antenna }: { jurors: readonly Juror[]; load: ReadonlyMap<string, number>; antenna: AntennaCode },
  now: string,
): Session => {
  const last = currentSession(growthCase);
  const again = last?.verdict?.verdict === 'ask-more' && last.instance === instanceOf(growthCase);
  const jury = again
    ? sameJury(last, jurors)
    : {
        panel: drawPanel({
          jurors,
          antenna,
          load,
          conflicted: conflictedOf(growthCase),
          firstInstance: firstInstanceOf(growthCase),
        }),
        declarations: [],
      };
  const session: Session = {
    number: growthCase.sessions.length + 1,
    instance: instanceOf(growthCase),
    openedAt: now,
    dueAt: voteClosesAt(now),
    ...jury,
    votes: [],
    struck: [],
    seatsLost: [],
    remindedAt: null,
    chairAskedAt: null,
    closedAt: null,
    verdict: null,
  };
  return canSit(session.panel) ? session : { ...session, closedAt: now, verdict: countVotes(session) };
};

/** Sittings of this jury that came to nothing: no quorum, or a tie nobody settled. */
const unheld = (growthCase: GrowthCase): number =>
  sessionsOfInstance(growthCase).filter(
    ({ verdict }) => verdict !== null && (verdict.verdict === 'no-quorum' || verdict.verdict === 'tie'),
  ).length;

/** What follows a sitting that came to nothing: another one, or the end without a decision. */
export const afterUnheld = (growthCase: GrowthCase): 'next-session' | 'undecided' =>
  unheld(growthCase) < JURY_POLICY.sessions ? 'next-session' : 'undecided';

/** How often the jury of a case may still ask for more. */
export const questionsLeft = (growthCase: GrowthCase): number =>
  Math.max(
    0,
    JURY_POLICY.questions -
      sessionsOfInstance(growthCase).filter(({ verdict }) => verdict?.verdict === 'ask-more').length,
  );

/**
 * Counts the votes of the open sitting and closes it, except on a tie that the chair has still to settle.
 * @param now ISO 8601 instant
 * @throws Error when no sitting was opened
 */
export const closeVote = <C extends GrowthCase>(growthCase: C, now: string): C => {
  const session = currentSession(growthCase);
  if (session === null) throw new Error(`The case ${growthCase.caseId} has no session to count.`);
  if (session.closedAt !== null) return growthCase;
  const verdict = countVotes(session);
  if (verdict.verdict === 'tie' && session.chairAskedAt === null) return growthCase;
  return withSession(growthCase, { ...session, verdict, closedAt: now });
};

/** What follows the latest sitting. */
export const afterVote = (growthCase: GrowthCase): AfterVote => {
  const session = currentSession(growthCase);
  const verdict = session?.verdict;
  if (verdict === null || verdict === undefined) return 'ask-chair';
  switch (verdict.verdict) {
    case 'admit':
    case 'ask-more':
      return verdict.verdict;
    case 'decline':
      return session?.instance === 'appeal' ? 'declined' : 'decline';
    default:
      return afterUnheld(growthCase);
  }
};

/** The open sitting with the chair alone asked, until a date of its own. */
export const withChairAsked = <C extends GrowthCase>(growthCase: C, now: string): C => {
  const session = currentSession(growthCase);
  if (session === null || session.chairAskedAt !== null) return growthCase;
  return withSession(growthCase, { ...session, chairAskedAt: now, dueAt: juryDueAt('chair-vote', now) });
};

/** What the jurors who ask for more want to know, in their words, unsigned. */
export const questionsOf = (growthCase: GrowthCase): string[] =>
  (currentSession(growthCase)?.votes ?? []).filter(({ vote }) => vote === 'ask-more').map(({ comment }) => comment);
