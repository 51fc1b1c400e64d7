import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Commune, communeOf, HOME_REGION, isDivided } from '../../../domain/geography/commune.ts';
import { packCommunes, unpackCommunes } from '../../../domain/geography/pack.ts';
import { allCommunes, findCommune } from '../../../functions/data/communes.ts';
import { buildCommunes } from '../../../scripts/build-communes.ts';

const communes = allCommunes();
const home = communes.filter((c) => c.region === HOME_REGION && communeOf(c.code) === c.code);

describe('the communes of France', () => {
  it('are all there, each once, with the arrondissements of the three divided cities', () => {
    expect(new Set(communes.map((c) => c.code)).size).toBe(communes.length);
    expect(communes.filter((c) => communeOf(c.code) !== c.code)).toHaveLength(45);
    expect(communes).toHaveLength(34_969 + 45);
  });

  it('are 4,025 in Auvergne-Rhône-Alpes, in 12 départements and 172 EPCI, 9 of which cross its border', () => {
    expect(home).toHaveLength(4025);
    expect(new Set(home.map((c) => c.departement)).size).toBe(12);
    const regionsOf = new Map<string, Set<string>>();
    for (const { epci, region } of communes) {
      if (epci !== null) regionsOf.set(epci.code, (regionsOf.get(epci.code) ?? new Set()).add(region));
    }
    const touching = [...regionsOf.values()].filter((regions) => regions.has(HOME_REGION));
    expect(touching).toHaveLength(172);
    expect(touching.filter((regions) => regions.size > 1)).toHaveLength(9);
  });

  it('are what their schema says', () => {
    for (const commune of home) expect(Commune.safeParse(commune).success).toBe(true);
    fc.assert(
      fc.property(fc.constantFrom(...communes), (commune) => {
        expect(Commune.parse(commune)).toEqual(commune);
        expect(findCommune(commune.code)).toEqual(commune);
      }),
    );
  });

  it('agree with the package they are cut from', () => {
    const rows: unknown = createRequire(import.meta.url)('@etalab/decoupage-administratif/data/communes.json');
    const byCode = new Map(
      (rows as { code: string; type: string; nom: string; departement: string; commune?: string }[])
        .filter((row) => row.type === 'commune-actuelle' || row.type === 'arrondissement-municipal')
        .map((row) => [row.code, row]),
    );
    const wrong = communes.filter((commune) => {
      const row = byCode.get(commune.code);
      return (
        row === undefined ||
        row.nom !== commune.name ||
        row.departement !== commune.departement ||
        communeOf(commune.code) !== (row.commune ?? row.code)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('know Villeurbanne and the third arrondissement of Lyon', () => {
    expect(findCommune('69266')).toMatchObject({
      name: 'Villeurbanne',
      departement: '69',
      region: '84',
      postcodes: ['69100'],
      epci: { code: '200046977', name: 'Métropole de Lyon' },
    });
    expect(findCommune('69383')).toMatchObject({ postcodes: ['69003'], epci: { code: '200046977' } });
    expect(communeOf('69383')).toBe('69123');
    expect(communeOf('69266')).toBe('69266');
    expect(isDivided('69123')).toBe(true);
    expect(isDivided('69266')).toBe(false);
  });

  it('do not know a code that is nobody’s', () => {
    for (const code of ['00000', '69999', '', 'constructor', '69152']) expect(findCommune(code)).toBeNull();
  });

  it('take less than 400 kB, and are built once', () => {
    const { size, mtimeMs } = statSync(buildCommunes());
    expect(size).toBeLessThan(400_000);
    expect(statSync(buildCommunes()).mtimeMs).toBe(mtimeMs);
  });
});

describe('the packed file', () => {
  const gazetteer = communes.slice(0, 40).map((commune) => ({ commune, former: [{ code: '01999', name: 'Jadis' }] }));

  it('gives back what was packed', () => {
    expect(unpackCommunes(JSON.parse(JSON.stringify(packCommunes(gazetteer, 'test'))))).toEqual(gazetteer);
  });

  it('is refused when it is damaged', () => {
    const packed = packCommunes(gazetteer, 'test');
    expect(() => unpackCommunes({ ...packed, names: packed.names.slice(1) })).toThrow('columns of different lengths');
    expect(() => unpackCommunes({ ...packed, epcis: [] })).toThrow(RangeError);
    expect(() => unpackCommunes({})).toThrow();
  });
});
