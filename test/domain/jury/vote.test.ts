import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Refusal } from '../../../domain/errors.ts';
import { dropDeputy } from '../../../domain/jury/panel.ts';
import { type Session, VOTES, type Vote, voteOf } from '../../../domain/jury/session.ts';
import { verdictSentence } from '../../../domain/jury/verdict-text.ts';
import {
  askedNow,
  assertOpen,
  castVote,
  countVotes,
  declare,
  isSettled,
  recuse,
  silentOf,
  withoutJuror,
} from '../../../domain/jury/vote.ts';
import { OPENED, session, voted } from './jurors.ts';

const refusalOf = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.details.errors?.[0]?.code ?? error.type;
  }
};
const vote = (one: Session, jurorId: string, kind: Vote['vote'] = 'admit', questions = 2, at = OPENED) =>
  castVote(one, { jurorId, vote: kind, comment: 'Parce que.', at }, questions);
const say = (one: Session, jurorId: string, conflict: boolean) =>
  declare(one, { jurorId, conflict, reason: conflict ? 'Un ancien associé.' : '', at: OPENED });

describe('what a vote comes to', () => {
  it.each([
    ['a majority for', 'admit', { a: 'admit', b: 'admit', c: 'admit', d: 'decline', e: 'decline' }],
    ['a majority against', 'decline', { a: 'admit', b: 'decline', c: 'decline', d: 'decline', e: 'admit' }],
    [
      'more than half ask for more',
      'ask-more',
      { a: 'ask-more', b: 'ask-more', c: 'ask-more', d: 'admit', e: 'admit' },
    ],
    [
      'fewer ask for more: they count for the quorum',
      'admit',
      { a: 'ask-more', b: 'admit', c: 'ask-more', d: 'admit', e: 'decline' },
    ],
    ['even, with the chair for', 'admit', { a: 'admit', b: 'decline', c: 'admit', d: 'decline' }],
    ['even, with the chair against', 'decline', { a: 'decline', b: 'decline', c: 'admit', d: 'admit' }],
    ['even, with the chair silent', 'tie', { b: 'decline', c: 'admit', d: 'decline', e: 'admit' }],
    ['too few', 'no-quorum', { a: 'admit', b: 'admit' }],
    ['nobody', 'no-quorum', {}],
  ] as const)('%s: %s', (_, verdict, votes) => {
    expect(countVotes(voted(session(), votes)).verdict).toBe(verdict);
  });

  it('says so in both languages, with its numbers', () => {
    const verdict = countVotes(voted(session(), { a: 'admit', b: 'decline', c: 'admit', d: 'decline' }));
    expect(verdictSentence(verdict, 'fr')).toBe(
      'Candidature retenue, voix prépondérante du président : 2 pour, 2 contre, 0 pour demander des précisions, 1 sans réponse ; 5 siégeaient, quorum de 3.',
    );
    expect(verdictSentence(verdict, 'en')).toBe(
      'Admitted by the chair’s casting vote: 2 for, 2 against, 0 to ask for more, 1 silent; 5 sat, quorum 3.',
    );
  });

  it('does not depend on the order of votes, and is no tie once the chair has voted', () => {
    const kinds = fc.constantFrom(...VOTES);
    const ballots = fc.tuple(kinds, kinds, kinds, kinds, kinds);
    fc.assert(
      fc.property(ballots, fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 3 }), (kindsOf, order) => {
        const ballotOf = (id: string) => kindsOf['abcde'.indexOf(id)] ?? 'admit';
        const cast = (ids: string[]) =>
          countVotes(voted(session(), Object.fromEntries(ids.map((id) => [id, ballotOf(id)]))));
        expect(cast(order)).toEqual(cast([...order].sort()));
        if (order.includes('a') && ballotOf('a') !== 'ask-more') expect(cast(order).verdict).not.toBe('tie');
      }),
    );
  });
});

describe('a vote is settled', () => {
  it('when all who sit have voted, not before', () => {
    const four = voted(session(), { a: 'admit', b: 'admit', c: 'admit', d: 'admit' });
    expect([isSettled(four), silentOf(four).map(({ jurorId }) => jurorId)]).toEqual([false, ['e']]);
    expect(isSettled(voted(four, { e: 'decline' }))).toBe(true);
  });

  it('when too few are left for a quorum', () => {
    let one = dropDeputy(dropDeputy(session(), 'x'), 'y');
    for (const id of ['a', 'b']) one = withoutJuror(one, id, OPENED).session;
    expect(isSettled(one)).toBe(false);
    expect(isSettled(withoutJuror(one, 'c', OPENED).session)).toBe(true);
  });

  it('by the chair alone, who is asked on a tie', () => {
    const tie = { ...voted(session(), { b: 'decline', c: 'admit', d: 'decline', e: 'admit' }), chairAskedAt: OPENED };
    expect(askedNow(tie).map(({ jurorId }) => jurorId)).toEqual(['a']);
    expect(isSettled(tie)).toBe(false);
    const settled = voted(tie, { a: 'admit' });
    expect([isSettled(settled), countVotes(settled).verdict]).toEqual([true, 'admit']);
    expect(refusalOf(() => vote(say(tie, 'a', false).session, 'a', 'ask-more'))).toBe('vote.no-more-questions');
  });
});

describe('a vote is refused', () => {
  const open = session();
  it('of somebody who does not sit', () => {
    expect(refusalOf(() => vote(open, 'x'))).toBe('not-sitting');
    expect(refusalOf(() => vote(open, 'stranger'))).toBe('not-sitting');
  });
  it('of who declared a conflict, for ever', () => {
    const conflicted = say(open, 'b', true).session;
    expect(refusalOf(() => vote(conflicted, 'b'))).toBe('conflict-declared');
    expect(refusalOf(() => say(conflicted, 'b', false))).toBe('conflict-declared');
    expect(say(conflicted, 'b', true)).toEqual({ session: conflicted, replacedBy: null });
  });
  it('before anything was declared', () => {
    expect(refusalOf(() => vote(open, 'b'))).toBe('declaration-required');
  });
  it('the second time', () => {
    expect(refusalOf(() => vote(voted(open, { b: 'admit' }), 'b', 'decline'))).toBe('already-voted');
  });
  it('after the close, and from its due date on', () => {
    const declared = say(open, 'b', false).session;
    expect(refusalOf(() => vote({ ...declared, closedAt: OPENED }, 'b'))).toBe('vote-closed');
    expect(refusalOf(() => vote(declared, 'b', 'admit', 2, declared.dueAt))).toBe('vote-closed');
    expect(refusalOf(() => assertOpen(declared, '2026-10-19T07:59:59.999Z'))).toBe('none');
  });
  it('that asks for more when no question is left', () => {
    expect(refusalOf(() => vote(say(open, 'b', false).session, 'b', 'ask-more', 0))).toBe('vote.no-more-questions');
  });
});

describe('a conflict', () => {
  it('passes the seat to a deputy, and strikes a vote cast before', () => {
    const { session: after, replacedBy } = say(voted(session(), { b: 'admit', c: 'decline' }), 'b', true);
    expect(replacedBy?.jurorId).toBe('x');
    expect(after.struck).toMatchObject([{ jurorId: 'b', vote: 'admit' }]);
    expect(after.votes.map(({ jurorId }) => jurorId)).toEqual(['c']);
    expect(countVotes(after)).toMatchObject({ sitting: 5, silent: 4 });
  });
  it('is nobody’s who does not sit', () => {
    expect(refusalOf(() => say(session(), 'x', true))).toBe('not-sitting');
  });
});

describe('a recusal by the head office', () => {
  const out = (one: Session, jurorId: string, at = OPENED) =>
    recuse(one, { jurorId, reason: 'Son associé la dirige.', recusedBy: 'Claire Fontaine', at });
  it('passes the seat to a deputy, the chair’s role with it, as if the juror had declared', () => {
    const { session: after, replacedBy } = out(say(session(), 'a', false).session, 'a');
    expect([replacedBy?.jurorId, replacedBy?.chair, after.panel.seats[0]]).toMatchObject([
      'x',
      false,
      { jurorId: 'x', chair: true },
    ]);
    expect(after.seatsLost).toMatchObject([{ jurorId: 'a', why: 'recused', replacedBy: 'x' }]);
    expect(after.declarations).toMatchObject([{ jurorId: 'a', conflict: true, recusedBy: 'Claire Fontaine' }]);
    expect(refusalOf(() => vote(after, 'a'))).toBe('conflict-declared');
  });
  it('chooses among no votes: one that was cast stands, whatever it says', () => {
    for (const kind of VOTES) expect(refusalOf(() => out(voted(session(), { b: kind }), 'b'))).toBe('seat-fixed');
  });
  it('comes before the close, of somebody who sits', () => {
    expect(refusalOf(() => out({ ...session(), closedAt: OPENED }, 'b'))).toBe('seat-fixed');
    expect(refusalOf(() => out(session(), 'b', session().dueAt))).toBe('seat-fixed');
    expect(refusalOf(() => out(session(), 'x'))).toBe('not-found');
  });
  it('made twice, or of who has left, is made once', () => {
    const once = out(session(), 'b').session;
    expect(out(once, 'b')).toEqual({ session: once, replacedBy: null });
    const declared = say(session(), 'b', true).session;
    expect(out(declared, 'b')).toEqual({ session: declared, replacedBy: null });
  });
});

describe('a juror removed while a vote is open', () => {
  it('keeps a vote that was cast', () => {
    const before = voted(session(), { b: 'admit' });
    expect(withoutJuror(before, 'b', OPENED)).toEqual({ session: before, replacedBy: null });
    expect(voteOf(before, 'b')).not.toBeNull();
  });
  it('passes the seat on, or the quorum follows; as a deputy steps in no more', () => {
    expect(withoutJuror(session(), 'b', OPENED).replacedBy?.jurorId).toBe('x');
    expect(withoutJuror(session(), 'x', OPENED).session.panel.deputies.map(({ jurorId }) => jurorId)).toEqual(['y']);
  });
  it('changes nothing of a session that is closed', () => {
    const closed = { ...session(), closedAt: OPENED };
    expect(withoutJuror(closed, 'b', OPENED)).toEqual({ session: closed, replacedBy: null });
  });
});
