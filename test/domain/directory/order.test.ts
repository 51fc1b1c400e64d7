import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DirectoryRow } from '../../../domain/directory/entry.ts';
import {
  type DirectorySort,
  type Place,
  pageAfter,
  pageOfMatches,
  SORT_KEYS,
  sorted,
} from '../../../domain/directory/order.ts';
import { row } from '../../support/directory.ts';

const numbers = (rows: readonly DirectoryRow[]): number[] => rows.map(({ number }) => Number(number.slice(1)));

describe('the order of the directory', () => {
  it('is that of French: accents and capitals do not part words', () => {
    const rows = ['Zèbre', 'écluse', 'Eclair', 'atelier 10', 'atelier 9'].map((companyName, i) =>
      row(i + 1, { companyName }),
    );
    expect(sorted(rows, 'name').map(({ companyName }) => companyName)).toEqual([
      'atelier 9',
      'atelier 10',
      'Eclair',
      'écluse',
      'Zèbre',
    ]);
  });

  it('puts those without figures last, either way', () => {
    const rows = [
      row(1, { latestFigures: null }),
      row(2, { latestFigures: { year: 2025, employees: 3, turnover: 1 } }),
      row(3, { latestFigures: { year: 2025, employees: 40, turnover: 2 } }),
    ];
    expect(numbers(sorted(rows, 'employees'))).toEqual([2, 3, 1]);
    expect(numbers(sorted(rows, '-employees'))).toEqual([3, 2, 1]);
  });
});

const anyRow = fc
  .record({
    n: fc.integer({ min: 1, max: 40 }),
    companyName: fc.constantFrom('Alpha', 'alpha', 'Bêta', 'Gamma'),
    employees: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  .map(({ n, companyName, employees }) =>
    row(n, {
      companyName,
      latestFigures: employees === null ? null : { year: 2025, employees, turnover: employees },
    }),
  );
const someRows = fc.uniqueArray(anyRow, { selector: ({ number }) => number, maxLength: 30 });
const anySort: fc.Arbitrary<DirectorySort> = fc
  .tuple(fc.constantFrom(...SORT_KEYS), fc.boolean())
  .map(([key, down]): DirectorySort => (down ? `-${key}` : key));

/** Reads every page. @param between what the rows become after each page */
const readAll = (
  rows: readonly DirectoryRow[],
  page: (rows: readonly DirectoryRow[], after: Place | null) => { items: DirectoryRow[]; next: Place | null },
  between = (now: readonly DirectoryRow[]): readonly DirectoryRow[] => now,
): DirectoryRow[] => {
  const read: DirectoryRow[] = [];
  let [now, after]: [readonly DirectoryRow[], Place | null] = [rows, null];
  for (let pages = 0; pages < 100; pages += 1) {
    const { items, next } = page(now, after);
    read.push(...items);
    if (next === null) return read;
    [now, after] = [between(now), next];
  }
  throw new Error('The pages do not end.');
};

describe('the pages of the directory', () => {
  it('leave nobody out and show nobody twice, in every order', () => {
    fc.assert(
      fc.property(someRows, anySort, fc.integer({ min: 1, max: 7 }), (rows, sort, limit) => {
        const read = readAll(rows, (now, after) => pageAfter(sorted(now, sort), sort, after, limit));
        expect(read).toEqual(sorted(rows, sort));
      }),
    );
  });

  it('show everybody who stays once, whoever leaves or joins meanwhile', () => {
    fc.assert(
      fc.property(someRows, anySort, fc.integer({ min: 1, max: 5 }), (rows, sort, limit) => {
        const stays = rows.at(-1)?.number;
        let joined = 100;
        const between = (now: readonly DirectoryRow[]) => {
          joined += 1;
          return joined > 110 ? now : [...(now[0]?.number === stays ? now : now.slice(1)), row(joined)];
        };
        const read = readAll(rows, (now, after) => pageAfter(sorted(now, sort), sort, after, limit), between);
        expect(new Set(numbers(read)).size).toBe(read.length);
        if (stays !== undefined) expect(read.map(({ number }) => number)).toContain(stays);
      }),
    );
  });

  it('of a search go on where they were, though the last one shown matches no more', () => {
    const rows = [1, 2, 3, 4, 5].map((n) => row(n));
    const first = pageOfMatches(rows, null, 2);
    expect([numbers(first.items), first.next]).toEqual([[1, 2], { value: 2, number: 'M000002' }]);
    expect(numbers(pageOfMatches(rows, first.next, 2).items)).toEqual([3, 4]);
    const without = rows.filter(({ number }) => number !== 'M000002');
    expect(numbers(pageOfMatches(without, first.next, 2).items)).toEqual([4, 5]);
    expect(pageOfMatches(rows, { value: 4, number: 'M000004' }, 2)).toMatchObject({ next: null });
  });
});
