import { describe, expect, it } from '@jest/globals';
import { APPLICATION_STATUSES, isLive } from '../../../domain/application/status.ts';
import type { LinkTimelineEvent } from '../../../domain/contract/responses.ts';
import { STAGES, stagesOf } from '../../../web/application/progress.ts';
import { nextLook } from '../../../web/application/use-application.ts';

const at = '2026-03-03T10:00:00.000Z';
const event = (happening: LinkTimelineEvent['happening']): LinkTimelineEvent => ({
  at,
  actor: { kind: 'system' },
  happening,
});
const received = [event({ type: 'application-received' }), event({ type: 'email-confirmation-asked' })];
const confirmed = [...received, event({ type: 'email-confirmed' })];
const reviewed = [...confirmed, event({ type: 'review-asked', antenna: 'STE', dueAt: at })];

describe('the stages of an application', () => {
  it('have one current door while it lives, and none after', () => {
    for (const status of APPLICATION_STATUSES) {
      const current = Object.values(stagesOf({ status, timeline: [] })).filter((state) => state === 'current');
      expect([status, current.length]).toEqual([status, isLive(status) ? 1 : 0]);
    }
  });

  it('stand at the dues while they are to be paid', () => {
    const states = stagesOf({ status: 'awaiting-payment', timeline: reviewed });
    expect([states.review, states.payment, states.member]).toEqual(['done', 'current', 'ahead']);
  });

  it('are all done for a member', () => {
    expect(new Set(Object.values(stagesOf({ status: 'admitted', timeline: reviewed })))).toEqual(new Set(['done']));
  });

  it.each([
    ['withdrawn', received, 'email'],
    ['expired', confirmed, 'antenna'],
    ['refused', reviewed, 'review'],
    ['duplicate', [], 'received'],
  ] as const)('stop where it was when it ended: %s', (status, timeline, stage) => {
    const states = stagesOf({ status, timeline: [...timeline] });
    expect(states[stage]).toBe('stopped');
    const stop = STAGES.indexOf(stage);
    expect(STAGES.slice(0, stop).every((before) => states[before] === 'done')).toBe(true);
    expect(STAGES.slice(stop + 1).every((after) => states[after] === 'ahead')).toBe(true);
  });
});

describe('looking again', () => {
  it('is soon while machines work, seldom while people think, and never once it has ended', () => {
    const waiting = { who: 'antenna', kind: 'review-application', dueAt: at } as const;
    const soon = nextLook({ status: 'assigning-antenna', waitsFor: null });
    const seldom = nextLook({ status: 'in-review', waitsFor: waiting });
    expect(soon).toBeLessThan(Number(seldom));
    expect(nextLook({ status: 'awaiting-payment', waitsFor: null })).toBe(seldom);
    expect(nextLook({ status: 'admitted', waitsFor: null })).toBe(false);
    expect(nextLook(undefined)).toBe(false);
  });
});
