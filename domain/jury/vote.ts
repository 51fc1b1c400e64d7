import { Refusal } from '../errors.ts';
import { dropDeputy, quorumOf, vacateSeat } from './panel.ts';
import { JURY_POLICY } from './policy.ts';
import {
  declarationOf,
  type JuryVerdict,
  type Seat,
  type Session,
  sits,
  type VerdictKind,
  type Vote,
  voteOf,
} from './session.ts';

const count = ({ votes }: Session, kind: Vote['vote']): number => votes.filter(({ vote }) => vote === kind).length;

/** Who is asked now: everybody who sits, or, to settle a tie, the chair alone. */
export const askedNow = ({ panel, chairAskedAt }: Session): Seat[] =>
  panel.seats.filter(({ chair }) => chairAskedAt === null || chair);

/** Those who are asked and have not voted. */
export const silentOf = (session: Session): Seat[] =>
  askedNow(session).filter(({ jurorId }) => voteOf(session, jurorId) === null);

const decide = (session: Session, cast: number, quorum: number): { verdict: VerdictKind; byChair: boolean } => {
  const [admit, decline, askMore] = [count(session, 'admit'), count(session, 'decline'), count(session, 'ask-more')];
  if (cast < quorum) return { verdict: 'no-quorum', byChair: false };
  // More than half must want to know more; where fewer do, their votes count for the quorum alone.
  if (askMore * 2 > cast) return { verdict: 'ask-more', byChair: false };
  if (admit !== decline) return { verdict: admit > decline ? 'admit' : 'decline', byChair: false };
  const chair = session.panel.seats.find((seat) => seat.chair);
  const casting = chair === undefined ? null : voteOf(session, chair.jurorId);
  return casting === null ? { verdict: 'tie', byChair: false } : { verdict: casting.vote, byChair: true };
};

/**
 * What the votes of a session come to: a majority of those who say admit or decline, once enough have voted; on a tie
 * the chair's vote decides, and while the chair has not voted it is one.
 */
export const countVotes = (session: Session): JuryVerdict => {
  const { panel, votes } = session;
  const quorum = quorumOf(panel);
  return {
    policyVersion: JURY_POLICY.version,
    ...decide(session, votes.length, quorum),
    admit: count(session, 'admit'),
    decline: count(session, 'decline'),
    askMore: count(session, 'ask-more'),
    silent: Math.max(0, panel.seats.length - votes.length),
    sitting: panel.seats.length,
    quorum,
  };
};

/**
 * Tells whether a vote need not wait any longer: everybody who is asked has voted, or too few are left to reach the
 * quorum. Nobody's vote is cut short because the others' would do.
 */
export const isSettled = (session: Session): boolean =>
  silentOf(session).length === 0 || session.panel.seats.length < quorumOf(session.panel);

const takesVotes = ({ closedAt, dueAt }: Session, now: string): boolean =>
  closedAt === null && Date.parse(now) < Date.parse(dueAt);

/** @throws Refusal `vote-closed` */
export const assertOpen = (session: Session, now: string): void => {
  if (!takesVotes(session, now)) throw new Refusal('vote-closed');
};

/**
 * Takes a vote.
 * @param questionsLeft how often the jury may still ask for more
 * @throws Refusal `vote-closed`; `conflict-declared` of whoever declared one; `not-sitting`; `declaration-required`
 *   before anything was declared; `already-voted`; `invalid-fields` when no question is left to ask
 */
export const castVote = (session: Session, vote: Vote, questionsLeft: number): Session => {
  const { jurorId } = vote;
  const declared = declarationOf(session, jurorId);
  if (declared?.conflict === true) throw new Refusal('conflict-declared');
  if (!sits(session, jurorId)) throw new Refusal('not-sitting');
  if (voteOf(session, jurorId) !== null) throw new Refusal('already-voted');
  assertOpen(session, vote.at);
  if (declared === null) throw new Refusal('declaration-required');
  if (vote.vote === 'ask-more' && (questionsLeft <= 0 || session.chairAskedAt !== null)) {
    throw new Refusal('invalid-fields', { errors: [{ path: 'vote', code: 'vote.no-more-questions' }] });
  }
  return { ...session, votes: [...session.votes, vote] };
};

/** A session after somebody declared, or left, and who stepped in. */
export type SeatChange = { session: Session; replacedBy: Seat | null };

/**
 * Takes a declaration. With a conflict the seat passes to a deputy, and a vote cast before it counts no more. Declaring
 * the same again changes nothing.
 * @throws Refusal `vote-closed`, `not-sitting`; `conflict-declared` when it would be taken back
 */
export const declare = (
  session: Session,
  declaration: { jurorId: string; conflict: boolean; reason: string; at: string },
): SeatChange => {
  const { jurorId, conflict, at } = declaration;
  const before = declarationOf(session, jurorId);
  if (before?.conflict === true) {
    if (conflict) return { session, replacedBy: null };
    throw new Refusal('conflict-declared');
  }
  if (!sits(session, jurorId)) throw new Refusal('not-sitting');
  assertOpen(session, at);
  if (before !== null && !conflict) return { session, replacedBy: null };
  const declarations = [...session.declarations.filter((one) => one.jurorId !== jurorId), declaration];
  const declared = { ...session, declarations };
  if (!conflict) return { session: declared, replacedBy: null };
  const struck = session.votes.filter((vote) => vote.jurorId === jurorId);
  const votes = session.votes.filter((vote) => vote.jurorId !== jurorId);
  return vacateSeat({ ...declared, votes, struck: [...session.struck, ...struck] }, jurorId, 'conflict', at);
};

/**
 * Takes a juror out of one case for a tie that came to light otherwise than by their own word: the seat passes to a
 * deputy. Only of who has not voted: the head office reads the votes, and may not choose among them; a vote is struck by
 * nobody but its own juror, who declares. Of who has left their seat already, it changes nothing.
 * @throws Refusal `not-found` of who does not sit; `seat-fixed` once they voted or the vote is closed
 */
export const recuse = (
  session: Session,
  { jurorId, reason, recusedBy, at }: { jurorId: string; reason: string; recusedBy: string; at: string },
): SeatChange => {
  if (session.seatsLost.some((lost) => lost.jurorId === jurorId)) return { session, replacedBy: null };
  if (!sits(session, jurorId)) throw new Refusal('not-found');
  if (voteOf(session, jurorId) !== null || !takesVotes(session, at)) throw new Refusal('seat-fixed');
  const others = session.declarations.filter((one) => one.jurorId !== jurorId);
  const declarations = [...others, { jurorId, conflict: true, reason, at, recusedBy }];
  return vacateSeat({ ...session, declarations }, jurorId, 'recused', at);
};

/**
 * A session after a juror was removed from the register. A vote that was cast stands: it was theirs to cast. Otherwise
 * the seat passes to a deputy, or the quorum follows the seats that are left.
 */
export const withoutJuror = (session: Session, jurorId: string, at: string): SeatChange => {
  if (session.closedAt !== null) return { session, replacedBy: null };
  if (!sits(session, jurorId)) return { session: dropDeputy(session, jurorId), replacedBy: null };
  if (voteOf(session, jurorId) !== null) return { session, replacedBy: null };
  return vacateSeat(session, jurorId, 'removed', at);
};
