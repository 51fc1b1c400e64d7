import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { declaredFigures } from '../../../domain/growth/figures.ts';
import { isYearlyDue, latestClosedYear, SETTLING_DAYS, yearlyFrom } from '../../../domain/growth/yearly.ts';
import { plusDays } from '../../../domain/member/period.ts';

const known = (at: string, ...years: number[]) =>
  declaredFigures(
    years.map((year) => ({ year, employees: 10, turnover: 1 })),
    at,
  );
const GIVEN = '2027-03-01T10:00:00.000Z';

describe('the yearly screening', () => {
  it('is due once figures of a newer year have settled', () => {
    const figures = known(GIVEN, 2024, 2025, 2026);
    const screened = { figures, cases: 1, screenedYear: 2025 };
    expect(yearlyFrom(screened)).toBe('2027-03-15');
    expect([isYearlyDue(screened, '2027-03-14'), isYearlyDue(screened, '2027-03-15')]).toEqual([false, true]);
    expect(yearlyFrom({ ...screened, screenedYear: 2026 })).toBeNull();
  });

  it('waits for the year to be closed', () => {
    expect(yearlyFrom({ figures: known(GIVEN, 2026, 2027), cases: 1, screenedYear: 2026 })).toBe('2028-01-01');
    // That the running year was given too keeps no closed one from being judged.
    expect(yearlyFrom({ figures: known(GIVEN, 2026, 2027), cases: 1, screenedYear: 2025 })).toBe('2027-03-15');
    expect(latestClosedYear(known(GIVEN, 2026, 2027), '2027-12-31')).toBe(2026);
    expect(latestClosedYear(known(GIVEN, 2026, 2027), '2028-01-01')).toBe(2027);
    expect(latestClosedYear(known(GIVEN, 2027), '2027-06-01')).toBeNull();
  });

  it('is not for who never asked to be screened, nor of figures nobody gave', () => {
    expect(yearlyFrom({ figures: known(GIVEN, 2026), cases: 0, screenedYear: null })).toBeNull();
    expect(yearlyFrom({ figures: [], cases: 3, screenedYear: null })).toBeNull();
  });

  it('is due at most once for what is known, on whichever day it is held', () => {
    const years = fc.uniqueArray(fc.integer({ min: 2020, max: 2030 }), { minLength: 1 });
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => plusDays('2027-01-01', days));
    fc.assert(
      fc.property(years, fc.option(fc.integer({ min: 2019, max: 2030 })), day, (given, screenedYear, today) => {
        const before = { figures: known(GIVEN, ...given), cases: 1, screenedYear };
        fc.pre(isYearlyDue(before, today));
        const after = { ...before, screenedYear: latestClosedYear(before.figures, today) };
        expect(isYearlyDue(after, today)).toBe(false);
        expect(plusDays('2027-03-01', SETTLING_DAYS) <= today).toBe(true);
      }),
    );
  });
});
