import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../../domain/errors.ts';
import { antennasToList, assertWithin } from '../../../domain/staff/gate.ts';

const refusalOf = (run: () => unknown): string => {
  try {
    run();
    return 'none';
  } catch (error) {
    if (error instanceof Refusal) return error.type;
    throw error;
  }
};

describe('the gate of what staff ask for', () => {
  it.each([
    ['all', ['STE'], 'none'],
    ['all', [], 'none'],
    [['STE'], ['STE', 'LYO'], 'none'],
    [['STE'], ['LYO'], 'wrong-antenna'],
    [['STE'], [], 'wrong-antenna'],
    [[], ['STE'], 'forbidden'],
  ] as const)('a scope of %j before antennas %j: %s', (scope, antennas, refusal) => {
    expect(refusalOf(() => assertWithin(scope, antennas))).toBe(refusal);
  });

  it('lists what was asked for, or all that may be seen', () => {
    expect(antennasToList('all', undefined)).toBeUndefined();
    expect(antennasToList('all', 'GRE')).toEqual(['GRE']);
    expect(antennasToList(['STE', 'LYO'], undefined)).toEqual(['STE', 'LYO']);
    expect(antennasToList(['STE', 'LYO'], 'LYO')).toEqual(['LYO']);
    expect(refusalOf(() => antennasToList(['STE'], 'LYO'))).toBe('wrong-antenna');
    expect(refusalOf(() => antennasToList([], undefined))).toBe('forbidden');
    expect(refusalOf(() => antennasToList([], 'LYO'))).toBe('forbidden');
  });
});
