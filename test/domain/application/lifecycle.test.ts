import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  assertMove,
  IllegalMoveError,
  mayMove,
  outcomeToClose,
  statusBeforeFailure,
  waitsFor,
} from '../../../domain/application/lifecycle.ts';
import { APPLICATION_STATUSES, isLive, LIVE_STATUSES } from '../../../domain/application/status.ts';
import { escalateTask, openTask } from '../../../domain/task/rules.ts';
import type { Happening } from '../../../domain/timeline/event.ts';

const status = fc.constantFrom(...APPLICATION_STATUSES);
const at = '2026-06-01T08:00:00.000Z';

describe('which status may follow which', () => {
  it.each([
    ['received', 'confirming-email'],
    ['received', 'duplicate'],
    ['confirming-email', 'assigning-antenna'],
    ['confirming-email', 'expired'],
    ['assigning-antenna', 'in-review'],
    ['in-review', 'approved'],
    ['in-review', 'refused'],
    ['in-review', 'changes-requested'],
    ['in-review', 'expired'],
    ['changes-requested', 'confirming-email'],
    ['changes-requested', 'assigning-antenna'],
    ['assigning-antenna', 'confirming-email'],
    ['changes-requested', 'expired'],
    ['approved', 'admitted'],
    ['failed', 'in-review'],
  ] as const)('%s → %s', (from, to) => expect(() => assertMove(from, to)).not.toThrow());

  it.each([
    ['received', 'approved'],
    ['in-review', 'admitted'],
    ['assigning-antenna', 'expired'],
    ['admitted', 'withdrawn'],
    ['withdrawn', 'failed'],
    ['refused', 'in-review'],
    ['failed', 'admitted'],
    ['expired', 'failed'],
  ] as const)('never %s → %s', (from, to) => {
    expect(mayMove(from, to)).toBe(false);
    expect(() => assertMove(from, to)).toThrow(IllegalMoveError);
    expect(() => assertMove(from, to)).toThrow(`An application that is ${from} cannot become ${to}.`);
  });

  it('lets a step that runs again find its own status', () => {
    fc.assert(fc.property(status, (s) => expect(mayMove(s, s)).toBe(true)));
  });

  it('lets every live application be withdrawn or fail, and no other', () => {
    for (const s of APPLICATION_STATUSES) {
      if (s !== 'withdrawn') expect(mayMove(s, 'withdrawn')).toBe(isLive(s));
      if (s !== 'failed') expect(mayMove(s, 'failed')).toBe(isLive(s));
    }
  });

  it('leads out of an end only by a restart', () => {
    const ends = APPLICATION_STATUSES.filter((s) => !isLive(s));
    for (const end of ends) {
      const next = APPLICATION_STATUSES.filter((s) => s !== end && mayMove(end, s));
      expect(next).toEqual(end === 'failed' ? LIVE_STATUSES : []);
    }
  });
});

describe('the outcome to close with', () => {
  const outcome = fc.constantFrom('refused', 'withdrawn', 'expired', 'duplicate', 'failed' as const);

  it('is what the workflow asks for a live application', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LIVE_STATUSES), outcome, (s, asked) => {
        expect(outcomeToClose({ status: s, closedAt: null }, asked)).toBe(asked);
      }),
    );
  });

  it('is what people decided, whatever leads to the closing', () => {
    expect(outcomeToClose({ status: 'withdrawn', closedAt: null }, 'failed')).toBe('withdrawn');
    expect(outcomeToClose({ status: 'withdrawn', closedAt: null }, 'refused')).toBe('withdrawn');
    expect(outcomeToClose({ status: 'refused', closedAt: null }, 'failed')).toBe('refused');
  });

  it('is none for what is closed, or for a member', () => {
    fc.assert(
      fc.property(status, outcome, (s, asked) => {
        expect(outcomeToClose({ status: s, closedAt: at }, asked)).toBeNull();
      }),
    );
    expect(outcomeToClose({ status: 'admitted', closedAt: null }, 'failed')).toBeNull();
  });
});

describe('the status before a failure', () => {
  const statusAfter = (...types: Happening[]) => statusBeforeFailure(types.map((happening) => ({ happening })));
  const received: Happening = { type: 'application-received' };
  const confirmed: Happening[] = [{ type: 'email-confirmation-asked' }, { type: 'email-confirmed' }];
  const review: Happening = { type: 'review-asked', antenna: 'LYO', dueAt: at };

  it('is read from the timeline', () => {
    expect(statusAfter()).toBe('received');
    expect(statusAfter(received)).toBe('received');
    expect(statusAfter(received, { type: 'email-confirmation-asked' })).toBe('confirming-email');
    expect(statusAfter(received, ...confirmed)).toBe('assigning-antenna');
    expect(statusAfter(received, ...confirmed, { type: 'register-checked', result: 'unavailable' })).toBe(
      'assigning-antenna',
    );
    expect(statusAfter(received, ...confirmed, review)).toBe('in-review');
    expect(statusAfter(received, ...confirmed, review, { type: 'review-escalated' })).toBe('in-review');
    expect(statusAfter(received, ...confirmed, review, { type: 'application-approved', comment: '' })).toBe('approved');
    const changes: Happening = { type: 'changes-requested', comment: 'name', dueAt: at };
    expect(statusAfter(received, ...confirmed, review, changes)).toBe('changes-requested');
    expect(statusAfter(received, ...confirmed, review, changes, { type: 'application-corrected', changed: [] })).toBe(
      'assigning-antenna',
    );
  });

  it('is not moved by the failure, a mail or an earlier restart', () => {
    const noise: Happening[] = [
      { type: 'mail-sent', message: 'application-failed' },
      { type: 'application-failed' },
      { type: 'application-restarted', comment: '' },
    ];
    expect(statusAfter(received, ...confirmed, review, ...noise)).toBe('in-review');
  });

  it('is one a failed application may go back to', () => {
    const happening = fc.constantFrom<Happening>(received, ...confirmed, review, { type: 'application-failed' });
    fc.assert(
      fc.property(fc.array(happening), (timeline) => expect(mayMove('failed', statusAfter(...timeline))).toBe(true)),
    );
  });
});

describe('what an application waits for', () => {
  const review = openTask('a', { kind: 'review-application', antenna: 'STE' }, at);

  it('is the applicant, the antenna, or the head office', () => {
    const confirm = openTask('a', { kind: 'confirm-email' }, at);
    expect(waitsFor({ status: 'confirming-email' }, [confirm])).toEqual({
      who: 'applicant',
      kind: 'confirm-email',
      dueAt: '2026-06-15T08:00:00.000Z',
    });
    expect(waitsFor({ status: 'in-review' }, [review])).toEqual({
      who: 'antenna',
      kind: 'review-application',
      dueAt: '2026-06-16T08:00:00.000Z',
    });
    expect(waitsFor({ status: 'in-review' }, [escalateTask(review, '2026-06-16T08:00:00.000Z')])).toEqual({
      who: 'head-office',
      kind: 'review-application',
      dueAt: '2026-12-13T08:00:00.000Z',
    });
  });

  it('is nothing when it is closed, nobody is asked, or it has been answered', () => {
    expect(waitsFor({ status: 'withdrawn' }, [review])).toBeNull();
    expect(waitsFor({ status: 'in-review' }, [])).toBeNull();
    expect(waitsFor({ status: 'in-review' }, [{ ...review, status: 'answered' }])).toBeNull();
  });

  it('is the soonest due, whatever the order', () => {
    const later = openTask('a', { kind: 'correct-application', changes: 'x' }, at);
    expect(waitsFor({ status: 'in-review' }, [later, review])).toEqual(
      waitsFor({ status: 'in-review' }, [review, later]),
    );
    expect(waitsFor({ status: 'in-review' }, [later, review])?.kind).toBe('review-application');
  });
});
