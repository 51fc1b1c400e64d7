import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { communeOf } from '../../../domain/geography/commune.ts';
import { indexCommunes, SEARCH_LIMIT, searchCommunes, simplifyPlaceName } from '../../../domain/geography/search.ts';
import { allCommunes, findCommune, searchCommunes as search } from '../../../functions/data/communes.ts';

const names = (q: string) => search(q).map((commune) => commune.name);
const communes = allCommunes();

/** How often each is there. */
const counted = (values: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

describe('searching communes', () => {
  it.each([
    ['69100', 'Villeurbanne'],
    ['69266', 'Villeurbanne'],
    ['69003', 'Lyon 3e Arrondissement'],
    ['75116', 'Paris 16e Arrondissement'],
    ['st etienne', 'Saint-Étienne'],
    ['SAINT-ÉTIENNE', 'Saint-Étienne'],
    ['saint etienne', 'Saint-Étienne'],
    ['ste foy les lyon', 'Sainte-Foy-lès-Lyon'],
    ['lyon', 'Lyon'],
    ['Lyon 3', 'Lyon 3e Arrondissement'],
    ['lyon 3ème', 'Lyon 3e Arrondissement'],
    ['lyon 1er', 'Lyon 1er Arrondissement'],
    ['puy en velay', 'Le Puy-en-Velay'],
    ["l'isle d'abeau", "L'Isle-d'Abeau"],
    ['l isle d abeau', "L'Isle-d'Abeau"],
    ['annecy le vieux', 'Annecy'],
    ['oeuf', 'Œuf-en-Ternois'],
    ['2a004', 'Ajaccio'],
    ['42', 'Saint-Étienne'],
    ['69009 lyon', 'Lyon 9e Arrondissement'],
    ['aix bains', 'Aix-les-Bains'],
  ])('finds for %j first of all %s', (q, name) => expect(names(q)[0]).toBe(name));

  it('lists every commune of a postcode, the most populous first', () => {
    const found = search('01400');
    const expected = communes.filter((c) => c.postcodes.includes('01400')).map((c) => c.code);
    expect(expected.length).toBeGreaterThan(5);
    expect(found.map((c) => c.code)).toEqual(expect.arrayContaining(expected));
    const populations = found.slice(0, expected.length).map((c) => c.population);
    expect(populations).toEqual([...populations].sort((a, b) => b - a));
  });

  it('does not offer all of Lyon for the postcode of an arrondissement', () => {
    expect(search('69003').map((c) => c.code)).not.toContain('69123');
    expect(search('6900').map((c) => c.code)).not.toContain('69123');
  });

  it.each(['', '   ', '--', "''", '69', 'zzzz', '00000', '99999 lyon', '(', '\\', '.*'])(
    'answers %j without harm, and within the limit',
    (q) => expect(search(q).length).toBeLessThanOrEqual(SEARCH_LIMIT),
  );

  it('finds nothing for nothing, and for a name that is not there', () => {
    for (const q of ['', ' ', '--', 'zzzz', '99999', '99999 lyon', '.*']) expect(search(q)).toEqual([]);
  });

  it('finds every commune by its own name, however it is typed', () => {
    const disguise = fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
      (name) => name.replaceAll('-', ' '),
      (name) => name.replace(/\bSaint\b/g, 'St'),
      (name) => `  ${name}  `,
    );
    const romagne = findCommune('86211');
    if (romagne === null) throw new Error('There is no Romagne.');
    // Counted once: there are 35,000 names.
    const alike = counted(communes.map((commune) => simplifyPlaceName(commune.name)));
    fc.assert(
      fc.property(fc.constantFrom(...communes), disguise, (commune, disguised) => {
        const found = search(disguised(commune.name));
        const name = simplifyPlaceName(commune.name);
        const same = found.filter((c) => simplifyPlaceName(c.name) === name);
        expect(same).toHaveLength(Math.min(alike.get(name) ?? 0, SEARCH_LIMIT));
        // Best first: nothing that is only like it comes before.
        expect(found.slice(0, same.length)).toEqual(same);
      }),
      // There is La Romagne too, which is larger.
      { numRuns: 60, examples: [[romagne, (name) => name]] },
    );
  });

  it('finds every commune by each of its postcodes and its code', () => {
    const one = fc.constantFrom(...communes.filter((c) => c.postcodes.length > 0));
    const cities = new Set(
      communes.map(({ code }) => communeOf(code)).filter((city, at) => city !== communes[at]?.code),
    );
    const there = counted(communes.flatMap(({ postcodes }) => postcodes));
    fc.assert(
      fc.property(one, (commune) => {
        for (const postcode of cities.has(commune.code) ? [] : commune.postcodes) {
          if ((there.get(postcode) ?? 0) <= SEARCH_LIMIT) expect(search(postcode)).toContainEqual(commune);
        }
        expect(search(commune.code)).toContainEqual(commune);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the communes', () => {
    const some = communes.filter((c) => c.departement === '42').map((commune) => ({ commune, former: [] }));
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
        for (const q of ['saint', '42', '42000', 'roanne']) {
          expect(searchCommunes(indexCommunes(shuffled), q)).toEqual(searchCommunes(indexCommunes(some), q));
        }
      }),
      { numRuns: 10 },
    );
  });
});
