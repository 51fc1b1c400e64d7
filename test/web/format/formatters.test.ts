import { describe, expect, it } from '@jest/globals';
import { formatDate, formatDay, formatDistance, formatMoment, formatTime } from '../../../web/format/dates.ts';
import { formatEuros, formatNumber, parseWholeNumber } from '../../../web/format/numbers.ts';

const NARROW = '\u202f';
const NBSP = '\u00a0';

describe('dates', () => {
  it('are days of Paris, whatever the zone of the instant', () => {
    expect(formatDay('2026-03-31T22:30:00.000Z', 'fr')).toBe('1er avril 2026');
    expect(formatDay('2026-03-31T22:30:00.000Z', 'en')).toBe('1 April 2026');
  });

  it('give the hour of Paris, in winter and in summer', () => {
    expect(formatMoment('2026-01-15T23:05:00.000Z', 'fr')).toBe('16 janvier 2026 à 0\u00a0h\u00a005');
    expect(formatMoment('2026-07-15T12:05:00.000Z', 'en')).toBe('15 July 2026 at 14:05');
    expect(formatTime(Date.parse('2026-07-15T12:05:00.000Z'), 'fr')).toBe('14\u00a0h\u00a005');
  });

  it('leave a calendar date where it is', () => {
    expect(formatDate('1985-02-01', 'fr')).toBe('1er février 1985');
    expect(formatDate('1985-02-11', 'en')).toBe('11 February 1985');
  });

  it('count the days to a due date by the calendar of Paris', () => {
    const now = Date.parse('2026-10-24T21:30:00.000Z'); // 23:30 in Paris, the night the clocks go back
    expect(formatDistance('2026-10-24T21:59:00.000Z', now, 'fr')).toBe('aujourd’hui');
    expect(formatDistance('2026-10-24T22:01:00.000Z', now, 'fr')).toBe('demain');
    expect(formatDistance('2026-10-26T21:30:00.000Z', now, 'en')).toBe('in 2 days');
    expect(formatDistance('2026-10-22T21:30:00.000Z', now, 'en')).toBe('2 days ago');
  });
});

describe('numbers', () => {
  it('are written as France writes them', () => {
    expect(formatNumber(1_450_000, 'fr')).toBe(`1${NARROW}450${NARROW}000`);
    expect(formatEuros(1_450_000, 'fr')).toBe(`1${NARROW}450${NARROW}000${NBSP}€`);
    expect(formatEuros(1_450_000, 'en')).toBe('€1,450,000');
  });

  it.each([
    ['1450000', 'fr', 1_450_000],
    ['1 450 000 €', 'fr', 1_450_000],
    [`1${NARROW}450${NARROW}000`, 'fr', 1_450_000],
    [`1${NBSP}450${NBSP}000${NBSP}€`, 'fr', 1_450_000],
    ['1.450.000', 'fr', 1_450_000],
    ['1,450,000', 'en', 1_450_000],
    ['1.450.000', 'en', 1_450_000],
    ['-12', 'fr', -12],
    ['0', 'fr', 0],
  ] as const)('are read as people type them: %s (%s)', (typed, language, number) => {
    expect(parseWholeNumber(typed, language)).toBe(number);
  });

  it.each([
    ['12,5', 'fr'],
    ['12.5', 'fr'],
    ['1,450,000', 'fr'],
    ['12,50', 'en'],
    ['1.450,00', 'en'],
    ['douze', 'fr'],
    ['1e6', 'fr'],
    ['9'.repeat(16), 'fr'],
  ] as const)('are refused rather than guessed: %s (%s)', (typed, language) => {
    expect(parseWholeNumber(typed, language)).toBeNaN();
  });

  it('are nothing when nothing is typed', () => {
    expect(parseWholeNumber('  ', 'fr')).toBeNull();
  });

  it('read back what they wrote, in either language', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const number of [0, 7, 999, 1000, 123_456, 1_000_000_000_000]) {
        expect(parseWholeNumber(formatNumber(number, language), language)).toBe(number);
      }
    }
  });
});
