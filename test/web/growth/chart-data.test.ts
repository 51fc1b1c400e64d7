import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { chartRows, linesOf } from '../../../web/growth/chart-data.ts';
import { growthStates } from './support/fixtures.ts';

describe('the chart of growth', () => {
  const { evaluation, figures } = growthStates.none;

  it('ends each threshold on what the criterion needed, and leaves the gazelle to high growth', () => {
    const lines = linesOf(evaluation.criteria, 'employees');
    expect(lines.map(({ criterion }) => criterion)).toEqual([
      'oecd-employees',
      'eurostat-employees',
      'headcount-doubling',
    ]);
    const last = chartRows(figures, lines, 'employees').at(-1);
    expect(last).toEqual({
      year: 2025,
      measured: 21,
      thresholds: { 'oecd-employees': 21, 'eurostat-employees': 16, 'headcount-doubling': 28 },
    });
  });

  it('begins each threshold at the start it is measured from, not before', () => {
    const rows = chartRows(figures, linesOf(evaluation.criteria, 'employees'), 'employees');
    expect(rows.map(({ year, thresholds }) => [year, thresholds['headcount-doubling']])).toEqual([
      [2021, undefined],
      [2022, undefined],
      [2023, 14],
      [2024, 20],
      [2025, 28],
    ]);
  });

  it('has a row for each year between the first and the last, whatever is missing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 8 }), (years) => {
        const rows = chartRows(
          years.map((year) => ({ year, current: { employees: 3, turnover: null } })),
          [],
          'employees',
        );
        expect(rows.length).toBe(Math.max(...years) - Math.min(...years) + 1);
        expect(rows.filter(({ measured }) => measured !== null).length).toBe(years.length);
      }),
    );
    expect(chartRows([], [], 'turnover')).toEqual([]);
  });
});
