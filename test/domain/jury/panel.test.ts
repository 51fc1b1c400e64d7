import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { jurorOf } from '../../../domain/jury/juror.ts';
import { canSit, drawPanel, dropDeputy, quorumOf, vacateSeat } from '../../../domain/jury/panel.ts';
import { JURY_POLICY, juryDeadlineSeconds, juryDueAt, voteClosesAt } from '../../../domain/jury/policy.ts';
import { JURY, juror, OPENED, request, session } from './jurors.ts';

const ids = (seats: readonly { jurorId: string }[]) => seats.map(({ jurorId }) => jurorId).join('');

describe('a panel', () => {
  it('seats the chair and members, and keeps deputies in order', () => {
    const panel = drawPanel(request());
    expect([ids(panel.seats), ids(panel.deputies)]).toEqual(['abcde', 'xy']);
    expect(panel.seats.filter(({ chair }) => chair).map(({ jurorId }) => jurorId)).toEqual(['a']);
    expect([quorumOf(panel), canSit(panel)]).toEqual([3, true]);
  });

  it('leaves out who declared a conflict, and, in an appeal, who sat before', () => {
    const panel = drawPanel(request({ conflicted: new Set(['b']), firstInstance: new Set(['a', 'c']) }));
    expect(ids(panel.seats)).toBe('dexy');
    expect(panel.leftOut).toEqual([
      { jurorId: 'a', why: 'first-instance' },
      { jurorId: 'b', why: 'conflict' },
      { jurorId: 'c', why: 'first-instance' },
    ]);
    expect(panel.seats[0]).toMatchObject({ jurorId: 'd', chair: true });
  });

  it('takes two of the company’s own antenna at most', () => {
    const own = JURY.map((one) => ({ ...one, antenna: 'STE' as const }));
    const panel = drawPanel(request({ jurors: own }));
    expect(ids(panel.seats)).toBe('ab');
    expect(canSit(panel)).toBe(false);
    expect(panel.leftOut.every(({ why }) => why === 'own-antenna')).toBe(true);
  });

  it('and never more, whoever leaves and whoever steps in', () => {
    const register = fc.array(fc.boolean(), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(register, fc.array(fc.nat(4), { maxLength: 8 }), (own, leaves) => {
        const jurors = own.map((near, at) => juror(`j${at}`, { antenna: near ? 'STE' : 'LYO' }));
        let one = session({ jurors });
        for (const place of leaves) {
          const { seats } = one.panel;
          const leaving = seats[place % Math.max(1, seats.length)];
          if (leaving !== undefined) one = vacateSeat(one, leaving.jurorId, 'conflict', OPENED).session;
          expect(one.panel.seats.filter(({ antenna }) => antenna === 'STE').length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('gives seats to the least busy, and none to who was removed', () => {
    const jurors = [...JURY, juror('f'), juror('g', { active: false })];
    const panel = drawPanel(request({ jurors, load: new Map([['b', 3]]) }));
    expect([ids(panel.seats), ids(panel.deputies)]).toEqual(['acdef', 'bxy']);
  });

  it('is the same whatever the order of the register', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(JURY, { minLength: JURY.length }), (jurors) => {
        expect(drawPanel(request({ jurors }))).toEqual(drawPanel(request()));
      }),
    );
  });
});

describe('a seat that is left', () => {
  it('passes to the first deputy, chair included', () => {
    const { session: after, replacedBy } = vacateSeat(session(), 'a', 'removed', OPENED);
    expect(replacedBy?.jurorId).toBe('x');
    expect([ids(after.panel.seats), ids(after.panel.deputies)]).toEqual(['xbcde', 'y']);
    expect(after.panel.seats[0]?.chair).toBe(true);
    expect(after.seatsLost).toEqual([{ jurorId: 'a', name: 'Juror a', why: 'removed', replacedBy: 'x', at: OPENED }]);
  });

  it('falls away where no deputy is left: the quorum follows, down to three, and the next in order chairs', () => {
    let one = dropDeputy(dropDeputy(session(), 'x'), 'y');
    one = vacateSeat(one, 'a', 'removed', OPENED).session;
    expect([ids(one.panel.seats), one.panel.seats[0]?.chair, quorumOf(one.panel)]).toEqual(['bcde', true, 3]);
    one = vacateSeat(one, 'b', 'removed', OPENED).session;
    one = vacateSeat(one, 'c', 'removed', OPENED).session;
    expect([ids(one.panel.seats), quorumOf(one.panel), canSit(one.panel)]).toEqual(['de', 3, false]);
  });
});

describe('the register of jurors', () => {
  it('knows who signs in, whatever the case, while they are active', () => {
    expect(jurorOf(JURY, 'A')?.jurorId).toBe('a');
    expect(jurorOf(JURY, null)).toBeNull();
    expect(jurorOf([juror('a', { active: false })], 'a')).toBeNull();
  });
});

describe('the deadlines of a jury', () => {
  it('are elapsed days: a reminder after seven, closed after fourteen', () => {
    expect(juryDueAt('jury-vote', OPENED)).toBe('2026-10-12T08:00:00.000Z');
    expect(voteClosesAt(OPENED)).toBe('2026-10-19T08:00:00.000Z');
    expect(juryDeadlineSeconds('appeal-decision')).toBe(JURY_POLICY.days['appeal-decision'] * 86_400);
  });
});
