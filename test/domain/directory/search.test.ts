import { describe, expect, it } from '@jest/globals';
import { DirectoryFilter } from '../../../domain/directory/filter.ts';
import { search } from '../../../domain/directory/search.ts';
import { entry } from '../../support/directory.ts';

const MEMBERS = [
  entry(1, { companyName: 'Passementerie Numérique du Gier', communeName: 'Saint-Chamond', siren: '732829320' }),
  entry(2, { companyName: 'ESKER', communeName: 'Villeurbanne', siren: '331518498' }),
  entry(3, { companyName: 'Cœur de Forez Logiciels', communeName: 'Montbrison', siren: '529003931' }),
  entry(4, { companyName: 'Forge & Fils (Roanne)', communeName: 'Roanne', siren: '200034528' }),
];
const found = (q: string): string[] => search(MEMBERS, q).map(({ number }) => number);

describe('the search of the directory', () => {
  it.each([
    ['by name', 'esker', ['M000002']],
    ['without accents', 'numerique', ['M000001']],
    ['with accents that are not there', 'Éskèr', ['M000002']],
    ['with a ligature in full', 'coeur', ['M000003']],
    ['with the ligature', 'cœur', ['M000003']],
    ['with two letters swapped', 'eskre', ['M000002']],
    ['with one letter too many', 'eskker', ['M000002']],
    ['with two letters wrong in a long word', 'pasementrie', ['M000001']],
    ['by the beginning of a word', 'passem', ['M000001']],
    ['by two words in two fields', 'forez montbrison', ['M000003']],
    ['by the city', 'villeurbane', ['M000002']],
    ['by the number', 'm000004', ['M000004']],
    ['by the SIREN', '331518498', ['M000002']],
    ['by the SIREN as it is printed', '331 518 498', ['M000002']],
    ['by the beginning of the SIREN', '3315', ['M000002']],
  ])('finds %s: %s', (_, q, numbers) => {
    expect(found(q)).toEqual(numbers);
  });

  it.each([
    ['a SIREN with a wrong digit is another one', '331518499'],
    ['every word must be found', 'esker montbrison'],
    ['what nobody is called', 'zzzzzz'],
  ])('%s: %s', (_, q) => {
    expect(found(q)).toEqual([]);
  });

  it('puts the better match first', () => {
    expect(found('forez')).toEqual(['M000003', 'M000004']);
  });

  it('takes a pattern for the words it is made of, and takes no longer for it', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => entry(n + 1, { companyName: `${'a'.repeat(30)}${n}!` }));
    for (const q of ['(a+)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(.*)*'.repeat(16), '[', '\\', '((((((((((']) {
      expect(DirectoryFilter.safeParse({ q }).success).toBe(q.length >= 2);
      const began = performance.now();
      search(many, q);
      expect(performance.now() - began).toBeLessThan(3_000);
    }
  });

  it('refuses what nobody types: ten kilobytes', () => {
    const read = DirectoryFilter.safeParse({ q: '(a+)+$'.repeat(1_700) });
    expect(read.error?.issues).toMatchObject([{ path: ['q'], message: 'too-long' }]);
    const began = performance.now();
    search(MEMBERS, 'a '.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
