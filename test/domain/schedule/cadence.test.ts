import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Cadence, expressionOf, nextRun, outlook, SCHEDULE_ZONE } from '../../../domain/schedule/cadence.ts';
import { SCHEDULES } from '../../../domain/schedule/schedules.ts';
import { readExpression } from '../../../local/scheduler/expression.ts';

const CADENCES: Cadence[] = [
  { kind: 'daily', at: '00:30' },
  { kind: 'daily', at: '07:00' },
  { kind: 'weekly', weekday: 'MON', at: '07:30' },
  { kind: 'weekly', weekday: 'SUN', at: '23:59' },
  { kind: 'yearly', on: '09-01', at: '06:00' },
  { kind: 'yearly', on: '02-28', at: '04:15' },
];

describe('the next run', () => {
  it.each<[string, Cadence, string, string]>([
    ['daily, the same day', { kind: 'daily', at: '07:00' }, '2027-06-01T04:59:59Z', '2027-06-01T05:00:00.000Z'],
    ['daily, at that very instant', { kind: 'daily', at: '07:00' }, '2027-06-01T05:00:00Z', '2027-06-02T05:00:00.000Z'],
    // The last Sunday of March: seven o’clock comes an hour earlier.
    ['in the night of summer time', { kind: 'daily', at: '07:00' }, '2027-03-27T12:00:00Z', '2027-03-28T05:00:00.000Z'],
    ['in the night of winter time', { kind: 'daily', at: '07:00' }, '2027-10-30T12:00:00Z', '2027-10-31T06:00:00.000Z'],
    [
      'weekly, across a leap day',
      { kind: 'weekly', weekday: 'MON', at: '07:30' },
      '2028-02-28T12:00:00Z',
      '2028-03-06T06:30:00.000Z',
    ],
    ['yearly', { kind: 'yearly', on: '09-01', at: '06:00' }, '2027-09-01T04:00:00Z', '2028-09-01T04:00:00.000Z'],
    ['every five minutes', { kind: 'every', minutes: 5 }, '2027-09-01T04:00:00Z', '2027-09-01T04:05:00.000Z'],
  ])('%s', (_, cadence, after, next) => expect(nextRun(cadence, after)).toBe(next));

  it('is what the scheduler makes of the expression, on any day of any year', () => {
    const at = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2040-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...CADENCES), at, (cadence, after) => {
        const scheduler = readExpression(expressionOf(cadence), SCHEDULE_ZONE);
        expect(Date.parse(nextRun(cadence, after.toISOString()))).toBe(scheduler.next(after.getTime(), 0));
      }),
    );
  });
});

describe('what a schedule is expected to do', () => {
  const daily: Cadence = { kind: 'daily', at: '07:00' };
  it.each<[string, Cadence, string, string | null, string, string | null]>([
    ['before it ever ran', daily, '2027-06-01T12:00:00.000Z', null, '2027-06-02T05:00:00.000Z', null],
    ['a while late', daily, '2027-06-02T05:30:00.000Z', '2027-06-01T05:00:00Z', '2027-06-03T05:00:00.000Z', null],
    [
      'later than that',
      daily,
      '2027-06-02T05:30:00.001Z',
      '2027-06-01T05:00:00Z',
      '2027-06-03T05:00:00.000Z',
      '2027-06-02T05:00:00.000Z',
    ],
    [
      'regularly, by the run before and not by the time of asking',
      { kind: 'every', minutes: 5 },
      '2027-06-01T12:12:12.000Z',
      '2027-06-01T12:01:00Z',
      '2027-06-01T12:16:00.000Z',
      null,
    ],
    [
      'regularly, before it ever ran',
      { kind: 'every', minutes: 5 },
      '2027-06-01T12:12:12.000Z',
      null,
      '2027-06-01T12:17:12.000Z',
      null,
    ],
  ])('%s', (_, cadence, now, lastOnTime, next, missed) =>
    expect(outlook(cadence, now, lastOnTime)).toEqual({ next, missed }),
  );
});

describe('the schedules', () => {
  it('say what each of their counts is of, in both languages', () => {
    for (const { counts } of Object.values(SCHEDULES)) {
      for (const words of Object.values(counts)) expect(Object.values(words).every((text) => text !== '')).toBe(true);
    }
  });

  it('run at hours that every day of Paris has once', () => {
    for (const { cadence } of Object.values(SCHEDULES)) {
      if (cadence.kind !== 'every') expect(cadence.at.slice(0, 2)).not.toBe('02');
    }
  });
});
