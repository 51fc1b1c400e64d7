import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parisDay } from '../../../domain/time/paris.ts';

describe('the day in Paris', () => {
  it.each([
    ['2026-01-15T22:59:59.999Z', '2026-01-15', 'winter, an hour ahead of UTC'],
    ['2026-01-15T23:00:00.000Z', '2026-01-16', 'winter, midnight'],
    ['2026-07-15T21:59:59.999Z', '2026-07-15', 'summer, two hours ahead'],
    ['2026-07-15T22:00:00.000Z', '2026-07-16', 'summer, midnight'],
    ['2026-03-28T22:59:59Z', '2026-03-28', 'the eve of the day with 23 hours'],
    ['2026-03-28T23:00:00Z', '2026-03-29', 'it begins in winter time'],
    ['2026-03-29T21:59:59Z', '2026-03-29', 'and ends in summer time'],
    ['2026-03-29T22:00:00Z', '2026-03-30', 'an hour early'],
    ['2026-10-24T22:00:00Z', '2026-10-25', 'the day with 25 hours begins in summer time'],
    ['2026-10-25T22:59:59Z', '2026-10-25', 'and ends in winter time'],
    ['2026-10-25T23:00:00Z', '2026-10-26', 'an hour late'],
    ['2028-02-28T23:00:00Z', '2028-02-29', 'a leap day'],
    ['2028-02-29T23:00:00Z', '2028-03-01', 'the day after a leap day'],
    ['2026-12-31T23:00:00Z', '2027-01-01', 'new year'],
    ['2026-06-01T00:30:00+02:00', '2026-06-01', 'an instant written with its offset'],
  ])('of %s is %s: %s', (now, day) => expect(parisDay(now)).toBe(day));

  it.each(['', 'today', '2026-06-01', '2026-06-01T12:00:00'])('refuses %j, which is no instant', (now) => {
    expect(() => parisDay(now)).toThrow(RangeError);
  });

  it('never goes back, and is the day of UTC or the next', () => {
    const instant = fc.integer({ min: Date.UTC(2017, 0), max: Date.UTC(2050, 0) });
    fc.assert(
      fc.property(instant, fc.nat(86_400_000), (at, later) => {
        const day = parisDay(new Date(at).toISOString());
        const utc = new Date(at).toISOString().slice(0, 10);
        const next = new Date(at + 86_400_000).toISOString().slice(0, 10);
        expect([utc, next]).toContain(day);
        expect(parisDay(new Date(at + later).toISOString()) >= day).toBe(true);
      }),
    );
  });
});
