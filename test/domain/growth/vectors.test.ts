import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { closedYearOn, evaluate } from '../../../domain/growth/evaluate.ts';
import type { CriterionResult } from '../../../domain/growth/evaluation.ts';
import {
  annualRate,
  compareFractions,
  compounded,
  neededFrom,
  neededFromBig,
  ratioOf,
} from '../../../domain/growth/fraction.ts';
import { type CriterionName, FIRST_GROWTH_POLICY, growthPolicyAt } from '../../../domain/growth/policy.ts';
import { CLOSED, grown, policyWith } from './companies.ts';

// The published thresholds, at their exact boundaries: Eurostat–OECD Manual on Business Demography Statistics (2007),
// Commission Implementing Regulation (EU) 439/2014, CGI 44 sexies-0 A.

const criterion = (
  company: Parameters<typeof evaluate>[1],
  name: CriterionName,
  policy = FIRST_GROWTH_POLICY,
): CriterionResult => {
  const found = evaluate(policy, company, CLOSED).criteria.find((one) => one.criterion === name);
  if (found === undefined) throw new Error(`${name} is off`);
  return found;
};

describe('high growth by the OECD’s measure: above 20 % a year', () => {
  it.each([
    [50, 86, 'near', 87],
    [50, 87, 'met', 87],
    [10, 17, 'near', 18],
    [10, 18, 'met', 18],
    [125, 215, 'near', 217],
    [125, 216, 'near', 217],
    [125, 217, 'met', 217],
    [10, 10, 'not-met', 18],
  ])('%i → %i is %s: %i needed', (from, to, verdict, needed) => {
    expect(criterion(grown(from, to), 'oecd-employees')).toMatchObject({
      verdict,
      needed,
      margin: to - needed,
      case: 'measured',
      years: [2022, 2025],
    });
  });

  it('takes exactly 20 % where the policy is not strict', () => {
    const lenient = policyWith((policy) => {
      policy.criteria['oecd-employees'].strict = false;
    });
    expect(criterion(grown(125, 216), 'oecd-employees', lenient)).toMatchObject({ verdict: 'met', needed: 216 });
    expect(criterion(grown(125, 215), 'oecd-employees', lenient).verdict).toBe('near');
  });

  it('asks for ten at the start, whichever the measure; nine lie within discretion', () => {
    expect(criterion(grown(9, 40), 'oecd-employees')).toMatchObject({
      verdict: 'near',
      conditions: [{ name: 'start-size', measured: 9, limit: 10, met: false, near: true }],
    });
    expect(criterion(grown(8, 40), 'oecd-employees').verdict).toBe('not-met');
    const turnover = (size: number) => grown(1_000_000, 1_728_001, { measure: 'turnover', size });
    expect(criterion(turnover(10), 'oecd-turnover').verdict).toBe('met');
    expect(criterion(turnover(8), 'oecd-turnover').verdict).toBe('not-met');
    expect(criterion(grown(1_000_000, 1_728_000, { measure: 'turnover' }), 'oecd-turnover')).toMatchObject({
      verdict: 'near',
      needed: 1_728_001,
      margin: -1,
    });
  });

  it('stays exact at a trillion euros', () => {
    const needed = 999_999_999_999;
    const at = (to: number) => criterion(grown(578_703_703_703, to, { measure: 'turnover' }), 'oecd-turnover').verdict;
    expect([at(needed - 1), at(needed)]).toEqual(['near', 'met']);
  });
});

describe('Eurostat’s measure: 10 % a year, strictness a setting', () => {
  it.each([
    [100, 133, true, 'near'],
    [100, 134, true, 'met'],
    [1000, 1331, true, 'near'],
    [1000, 1331, false, 'met'],
    [1000, 1330, false, 'near'],
  ])('%i → %i, strict %s: %s', (from, to, strict, verdict) => {
    const policy = policyWith((one) => {
      one.criteria['eurostat-employees'].strict = strict;
    });
    expect(criterion(grown(from, to), 'eurostat-employees', policy).verdict).toBe(verdict);
  });
});

describe('a gazelle', () => {
  it('is at most five years old', () => {
    const born = (year: number) => criterion(grown(20, 40, { foundedOn: `${year}-12-31` }), 'gazelle').verdict;
    expect([born(2021), born(2020), born(2019)]).toEqual(['met', 'met', 'not-met']);
  });

  it('grew by either measure, the better of the two', () => {
    const company = grown(100_000, 400_000, { measure: 'turnover', size: 12, foundedOn: '2020-01-01' });
    expect(criterion(company, 'gazelle')).toMatchObject({ verdict: 'met', measure: 'turnover' });
  });
});

describe('headcount doubled (JEC)', () => {
  const doubled = (from: number, to: number, foundedOn = '2019-01-01', before = 30) =>
    criterion(
      {
        companyId: 'c',
        foundedOn,
        years: [
          { year: 2023, employees: from, turnover: null },
          { year: 2024, employees: before, turnover: null },
          { year: 2025, employees: to, turnover: null },
        ],
        mergers: [],
        funds: [],
      },
      'headcount-doubling',
    );

  it.each([
    [20, 40, 'met', 40],
    [20, 39, 'near', 40],
    [8, 18, 'met', 18],
    [8, 17, 'near', 18],
    [8, 16, 'not-met', 18],
    [20, 35, 'not-met', 40],
  ])('%i → %i is %s: %i needed', (from, to, verdict, needed) => {
    expect(doubled(from, to)).toMatchObject({ verdict, needed, years: [2023, 2025] });
  });

  it('is for companies under eight years old, and SMEs the year before', () => {
    expect(doubled(20, 40, '2018-06-01').verdict).toBe('met');
    expect(doubled(20, 40, '2017-06-01').verdict).toBe('not-met');
    expect(doubled(200, 400, '2019-01-01', 249).verdict).toBe('met');
    expect(doubled(200, 400, '2019-01-01', 250).verdict).toBe('not-met');
  });
});

describe('young companies', () => {
  it('by turnover: 15 % a year or more, and a million reached', () => {
    const young = (from: number, to: number) =>
      criterion(grown(from, to, { measure: 'turnover', foundedOn: '2019-01-01' }), 'young-turnover');
    expect(young(8_000_000, 12_167_000)).toMatchObject({ verdict: 'met', needed: 12_167_000 });
    expect(young(8_000_000, 12_166_999).verdict).toBe('near');
    expect(young(200_000, 899_999).verdict).toBe('not-met');
    expect(young(200_000, 999_999).verdict).toBe('near');
  });

  it('by funds raised within three years and the current one', () => {
    const raised = (...funds: { year: number; amount: number }[]) =>
      criterion(grown(5, 5, { foundedOn: '2020-01-01', funds }), 'young-funds');
    expect(raised({ year: 2023, amount: 600_000 }, { year: 2026, amount: 400_000 })).toMatchObject({
      verdict: 'met',
      margin: 0,
    });
    expect(raised({ year: 2022, amount: 5_000_000 }).verdict).toBe('not-met');
    expect(raised({ year: 2025, amount: 900_000 }).verdict).toBe('near');
  });
});

describe('cases that have names', () => {
  const year = (at: number, employees: number | null) => ({ year: at, employees, turnover: null });
  const named = (years: ReturnType<typeof year>[], foundedOn = '2010-01-01') =>
    criterion({ companyId: 'c', foundedOn, years, mergers: [], funds: [] }, 'oecd-employees').case;
  it('no figures; too old; a start that is missing; the first year; from zero', () => {
    expect(named([])).toBe('no-figures');
    expect(named([year(2026, 50)])).toBe('no-figures');
    expect(named([year(2020, 10), year(2023, 50)])).toBe('stale');
    expect(named([year(2021, 10), year(2024, 50)])).toBe('measured');
    expect(named([year(2023, 10), year(2025, 50)])).toBe('missing-start');
    expect(named([year(2022, null), year(2025, 50)])).toBe('missing-start');
    expect(named([year(2022, 10), year(2025, 50)], '2022-01-01')).toBe('first-year');
    expect(named([year(2022, 10), year(2025, 50)], '2021-12-31')).toBe('measured');
    expect(named([year(2022, 0), year(2025, 50)])).toBe('zero-base');
  });

  it('a headcount that turnover’s start lacks', () => {
    const company = grown(1_000_000, 4_000_000, { measure: 'turnover' });
    const years = company.years.map((one) => (one.year === 2022 ? { ...one, employees: null } : one));
    expect(criterion({ ...company, years }, 'oecd-turnover')).toMatchObject({
      case: 'missing-size',
      verdict: 'unknown',
    });
  });

  it('growth by merger is at most near: the jury judges', () => {
    const merged = (year_: number) => criterion(grown(50, 500, { mergers: [year_] }), 'oecd-employees');
    expect(merged(2023)).toMatchObject({ case: 'merger', verdict: 'near' });
    expect(merged(2025).verdict).toBe('near');
    expect(merged(2022).verdict).toBe('met');
  });
});

describe('the result', () => {
  it('is eligible by one decisive criterion, borderline by a near or supporting one, or not', () => {
    const result = (from: number, to: number) => evaluate(FIRST_GROWTH_POLICY, grown(from, to), CLOSED).result;
    expect(result(50, 87)).toBe('eligible');
    expect(result(50, 86)).toBe('borderline');
    // 13 % a year: Eurostat's, not the OECD's.
    expect(result(100, 145)).toBe('borderline');
    expect(result(100, 110)).toBe('not-eligible');
  });

  it('leaves out criteria that are off', () => {
    const off = policyWith((policy) => {
      policy.criteria['oecd-employees'].role = 'off';
      policy.criteria.gazelle.role = 'off';
    });
    const evaluation = evaluate(off, grown(50, 87), CLOSED);
    expect(evaluation.criteria.map(({ criterion: name }) => name)).not.toContain('oecd-employees');
    expect(evaluation.result).toBe('borderline');
  });
});

describe('exact arithmetic', () => {
  it('compares fractions without dividing', () => {
    expect(compareFractions({ numerator: 1, denominator: 3 }, { numerator: 333_333, denominator: 1_000_000 })).toBe(1);
    expect(compareFractions({ numerator: 2, denominator: 10 }, { numerator: 1, denominator: 5 })).toBe(0);
    expect(compareFractions({ numerator: 0, denominator: 1 }, { numerator: 1, denominator: 5 })).toBe(-1);
  });

  it('is the same in small integers and in those of any size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (start, numerator, denominator, years, strict) => {
          const ratio = compounded({ numerator, denominator }, years);
          const needed = neededFrom(start, ratio, strict);
          expect(needed).toBe(neededFromBig(start, ratio, strict));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds the least value that meets a ratio', () => {
    const half = ratioOf({ numerator: 3, denominator: 2 });
    expect([neededFrom(10, half, true), neededFrom(10, half, false)]).toEqual([16, 15]);
    expect([neededFrom(11, half, true), neededFrom(11, half, false)]).toEqual([17, 17]);
  });

  it('gives the rate rounded down, and says whether it was', () => {
    expect(annualRate(125, 216, 3)).toEqual({ thousandths: 200, exact: true });
    expect(annualRate(50, 86, 3)).toEqual({ thousandths: 198, exact: false });
    expect(annualRate(50, 87, 3)).toEqual({ thousandths: 202, exact: false });
    expect(annualRate(100, 50, 1)).toEqual({ thousandths: -500, exact: true });
    expect(annualRate(0, 50, 3)).toBeNull();
    expect(annualRate(50, 0, 3)).toEqual({ thousandths: -1000, exact: true });
  });
});

describe('the last closed year', () => {
  it('is the one before, to its last day', () => {
    expect([closedYearOn('2026-01-01'), closedYearOn('2026-12-31')]).toEqual([2025, 2025]);
  });
});

describe('the policy in force', () => {
  it('is the latest that has begun', () => {
    const second = { ...FIRST_GROWTH_POLICY, version: 'second', from: '2027-01-01' };
    const policies = [second, FIRST_GROWTH_POLICY];
    expect(growthPolicyAt('2026-12-31', policies).version).toBe('2026-01');
    expect(growthPolicyAt('2027-01-01', policies).version).toBe('second');
    expect(() => growthPolicyAt('2016-12-31', policies)).toThrow(RangeError);
  });
});
