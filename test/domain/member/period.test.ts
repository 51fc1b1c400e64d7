import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { MembershipPeriod } from '../../../domain/member/member.ts';
import {
  daysBetween,
  deadlines,
  dueUntil,
  firstPeriod,
  nextPeriod,
  noticeFrom,
  overlap,
  plusDays,
  startOfDay,
} from '../../../domain/member/period.ts';
import type { MembershipPolicy } from '../../../domain/member/policy.ts';
import { parisDay } from '../../../domain/time/paris.ts';
import { samplePolicy } from './samples.ts';

const calendar = samplePolicy();
const rolling: MembershipPolicy = { ...calendar, version: 'rolling', year: { kind: 'rolling' } };
const day = fc
  .integer({ min: Date.UTC(2017, 0), max: Date.UTC(2090, 0) })
  .map((at) => new Date(at).toISOString().slice(0, 10));
const startsOn = fc.constantFrom('01-01', '02-28', '02-29', '03-01', '03-29', '07-14', '10-25', '12-31');
const anyPolicies = fc.oneof(
  startsOn.map((on): MembershipPolicy[] => [{ ...calendar, year: { kind: 'calendar', startsOn: on } }]),
  fc.constant([rolling]),
  // A change of kind on a day of its own.
  fc.tuple(day, startsOn, fc.boolean()).map(([from, on, rollingFirst]): MembershipPolicy[] => {
    const fixed: MembershipPolicy['year'] = { kind: 'calendar', startsOn: on };
    const [first, second]: MembershipPolicy['year'][] = rollingFirst ? [rolling.year, fixed] : [fixed, rolling.year];
    return [
      { ...calendar, year: first ?? fixed },
      { ...calendar, version: 'later', from, year: second ?? fixed },
    ];
  }),
);

const run = (since: string, years: number, policies: readonly MembershipPolicy[]): MembershipPeriod[] => {
  const periods = [firstPeriod(since, policies)];
  for (let n = 1; n < years; n += 1) {
    const last = periods.at(-1);
    if (last !== undefined) periods.push(nextPeriod(last, since, policies));
  }
  return periods;
};

describe('the periods of a membership', () => {
  it('follow each other day by day: never reversed, never overlapping, no gap, never longer than a year', () => {
    fc.assert(
      fc.property(day, anyPolicies, (since, policies) => {
        const periods = run(since, 12, policies);
        expect(periods[0]?.from).toBe(since);
        for (const [n, { from, to }] of periods.entries()) {
          expect(from <= to).toBe(true);
          expect(daysBetween(from, to) + 1).toBeLessThanOrEqual(366);
          const before = periods[n - 1];
          if (before !== undefined) {
            expect(from).toBe(plusDays(before.to, 1));
            expect(overlap(before, { from, to })).toBe(false);
          }
        }
      }),
    );
  });

  it('of a calendar begin on its day from the second on', () => {
    fc.assert(
      fc.property(day, startsOn, (since, on) => {
        const [, ...later] = run(since, 6, [{ ...calendar, year: { kind: 'calendar', startsOn: on } }]);
        for (const { from } of later) expect(from.slice(5)).toBe(on === '02-29' && !leap(from) ? '02-28' : on);
      }),
    );
  });

  it('of a rolling year that began on 29 February come back to it', () => {
    expect(run('2028-02-29', 6, [rolling])).toEqual([
      { from: '2028-02-29', to: '2029-02-27' },
      { from: '2029-02-28', to: '2030-02-27' },
      { from: '2030-02-28', to: '2031-02-27' },
      { from: '2031-02-28', to: '2032-02-28' },
      { from: '2032-02-29', to: '2033-02-27' },
      { from: '2033-02-28', to: '2034-02-27' },
    ]);
  });

  it('of a rolling year last from the day of joining to its eve', () => {
    expect(run('2027-03-28', 2, [rolling])).toEqual([
      { from: '2027-03-28', to: '2028-03-27' },
      { from: '2028-03-28', to: '2029-03-27' },
    ]);
  });

  it('are shorter once where the kind of year changes', () => {
    const policies = [rolling, { ...calendar, version: 'later', from: '2028-01-01' }];
    expect(run('2027-06-01', 3, policies)).toEqual([
      { from: '2027-06-01', to: '2028-05-31' },
      { from: '2028-06-01', to: '2028-12-31' },
      { from: '2029-01-01', to: '2029-12-31' },
    ]);
  });
});

const leap = (on: string): boolean => new Date(`${on.slice(0, 4)}-02-29T00:00Z`).getUTCMonth() === 1;

describe('the days that count', () => {
  const period = { from: '2027-01-01', to: '2027-12-31' };

  it('are the notice, the suspension and the end', () => {
    expect(noticeFrom(period)).toBe('2027-11-01');
    expect(dueUntil('2027-11-01')).toBe('2027-12-31');
    const renewal = { period: { from: '2028-01-01', to: '2028-12-31' }, openedAt: '2027-11-02T07:00:00.000Z' };
    expect(deadlines(renewal)).toEqual({ suspendOn: '2028-03-01', lapseOn: '2028-06-29' });
  });

  it('give who is asked late as long as the others', () => {
    const renewal = { period: { from: '2028-01-01', to: '2028-12-31' }, openedAt: '2028-02-01T07:00:00.000Z' };
    expect(deadlines(renewal)).toEqual({ suspendOn: '2028-05-31', lapseOn: '2028-09-28' });
  });

  it('never come in another order', () => {
    fc.assert(
      fc.property(day, day, (from, opened) => {
        const { suspendOn, lapseOn } = deadlines({
          period: { from, to: plusDays(from, 364) },
          openedAt: `${opened}T07:00:00.000Z`,
        });
        expect(suspendOn < lapseOn).toBe(true);
        expect(suspendOn > opened && suspendOn > from).toBe(true);
      }),
    );
  });

  it('find every period whose notice has come', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -100, max: 100 }), (to, offset) => {
        const today = plusDays(to, offset);
        if (today < '2017-01-01') return;
        if (noticeFrom({ from: to, to }) <= today) expect(to <= dueUntil(today)).toBe(true);
      }),
    );
  });
});

describe('a day in Paris', () => {
  it.each([
    ['2027-01-01', '2026-12-31T23:00:00.000Z'],
    // The last Sunday of March: 23 hours. Of October: 25.
    ['2027-03-28', '2027-03-27T23:00:00.000Z'],
    ['2027-03-29', '2027-03-28T22:00:00.000Z'],
    ['2027-10-31', '2027-10-30T22:00:00.000Z'],
    ['2027-11-01', '2027-10-31T23:00:00.000Z'],
    ['2028-02-29', '2028-02-28T23:00:00.000Z'],
  ])('%s begins at %s', (on, instant) => expect(startOfDay(on)).toBe(instant));

  it('is the day of its first instant, and the eve is that of the instant before', () => {
    fc.assert(
      fc.property(day, (on) => {
        const start = startOfDay(on);
        expect(parisDay(start)).toBe(on);
        expect(parisDay(new Date(Date.parse(start) - 1).toISOString())).toBe(plusDays(on, -1));
      }),
    );
  });
});
