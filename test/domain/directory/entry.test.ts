import { describe, expect, it } from '@jest/globals';
import { sizeOf } from '../../../domain/company/size.ts';
import { rowOf } from '../../../domain/directory/entry.ts';
import { isMeant } from '../../../domain/directory/filter.ts';
import { entry, row } from '../../support/directory.ts';

describe('the size of a company (2003/361/EC)', () => {
  it.each([
    [9, 2_000_000, 'micro'],
    [10, 2_000_000, 'small'],
    [9, 2_000_001, 'small'],
    [49, 10_000_000, 'small'],
    [50, 1, 'medium'],
    [3, 10_000_001, 'medium'],
    [249, 50_000_000, 'medium'],
    [250, 1, 'large'],
    [1, 50_000_001, 'large'],
  ])('of %i persons and %i €: %s', (employees, turnover, size) => {
    expect(sizeOf({ employees, turnover })).toBe(size);
  });
});

describe('a row of the directory', () => {
  const standing = {
    dues: new Map([['application-1', 'late']] as const),
    growth: new Map([['application-2', 'programme']] as const),
  };

  it('says what is owed and where the company stands with growth', () => {
    expect(rowOf(entry(1), standing)).toMatchObject({ dues: 'late', growth: 'none', size: 'small' });
    expect(rowOf(entry(2), standing)).toMatchObject({ dues: 'settled', growth: 'programme' });
    expect(rowOf(entry(3, { growthProgramme: true }), standing)).toMatchObject({ growth: 'interested' });
    expect(rowOf(entry(4, { latestFigures: null }), standing).size).toBeNull();
  });

  it('is meant when every part of the filter says so', () => {
    const one = row(1);
    expect(isMeant(one, {})).toBe(true);
    expect(isMeant(one, { antenna: 'STE', status: 'active', size: 'small', dues: 'settled', growth: 'none' })).toBe(
      true,
    );
    expect(isMeant(one, { antenna: 'STE', size: 'micro' })).toBe(false);
    expect(isMeant(row(2, { latestFigures: null }), { size: 'micro' })).toBe(false);
  });
});
