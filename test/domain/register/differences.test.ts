import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { registerDifferences } from '../../../domain/register/differences.ts';
import { formatBand, headcountBand, inBand } from '../../../domain/register/headcount.ts';
import type { RegisterEntry } from '../../../domain/register/register.ts';
import { findCommune } from '../../../functions/data/communes.ts';
import { formWith, sampleApplication } from '../samples.ts';

const entry: RegisterEntry = {
  siren: '331518498',
  name: 'ESKER',
  headOffice: { siret: '33151849800067', communeCode: '69266', postcode: '69100' },
  activity: '58.29C',
  activityNaf2025: '58.29Y',
  headcountBand: '11',
  headcountYear: '2025',
  size: 'PME',
  createdOn: '1985-02-01',
  active: true,
};
const checkedAt = '2026-06-01T08:00:00.000Z';
type Change = Parameters<typeof formWith>[0];
const differences = (change: Partial<RegisterEntry>, typed: Change = (form) => form) =>
  registerDifferences(
    sampleApplication({
      form: formWith(typed),
      register: { result: 'found', checkedAt, entry: { ...entry, ...change } },
    }),
  );
const named = (name: string) =>
  differences({}, (form) => {
    form.company.legalName = name;
  });

describe('comparing with the register', () => {
  it('finds no difference where there is none', () => expect(differences({})).toEqual([]));

  it('has nothing to compare with when the register said nothing', () => {
    expect(registerDifferences(sampleApplication())).toEqual([]);
    for (const result of ['absent', 'unavailable'] as const) {
      expect(registerDifferences(sampleApplication({ register: { result, checkedAt } }))).toEqual([]);
    }
  });

  it('does not take for different what the register does not know', () => {
    expect(
      differences({
        activity: null,
        activityNaf2025: null,
        createdOn: null,
        headcountBand: null,
        headcountYear: null,
        headOffice: { siret: '33151849800067', communeCode: null, postcode: null },
      }),
    ).toEqual([]);
  });

  it.each([
    ['ESKER', 'Esker SA'],
    ['ESKER', 'S.A. Esker'],
    ['ESKER', 'SAS « Ésker »'],
    ['SOCIETE GENERALE D EDITION', "Générale d'édition"],
    ['DUPONT JEAN', 'Jean Dupont'],
    ['COEUR NUMERIQUE', 'Cœur numérique'],
    ['ACME FRANCE (ACF)', 'ACF'],
    ['ACME FRANCE (ACF)', 'Acme France'],
    ['ACME FRANCE (ACF) (LA BOUTIQUE)', 'La Boutique'],
    ['SAS', 'SAS'],
    ['A', 'A'],
  ])('takes %s and %s for one name', (name, typed) => {
    expect(
      differences({ name }, (form) => {
        form.company.legalName = typed;
      }),
    ).toEqual([]);
  });

  it.each(['Eskers', 'Esker Digital', 'SAS', 'La'])('takes %s for another name than ESKER', (typed) => {
    expect(named(typed)).toEqual([{ field: 'legalName', typed, register: 'ESKER' }]);
  });

  it('holds an activity against the register’s in the same nomenclature', () => {
    const naf2025 = (code: string) =>
      differences({}, (form) => {
        form.company.activity = { code, nomenclature: 'NAF2025' };
      });
    expect(naf2025('58.29Y')).toEqual([]);
    expect(naf2025('58.29C')).toEqual([{ field: 'activity', typed: '58.29C', register: '58.29Y' }]);
    expect(differences({ activity: '62.01Z' })).toEqual([{ field: 'activity', typed: '58.29C', register: '62.01Z' }]);
  });

  it('compares the day of foundation and the SIRET', () => {
    expect(differences({ createdOn: '1985-03-01' })).toEqual([
      { field: 'foundedOn', typed: '1985-02-01', register: '1985-03-01' },
    ]);
    const siret = (value: string) =>
      differences({}, (form) => {
        form.establishment.siret = value;
      });
    expect(siret('33151849800067')).toEqual([]);
    expect(siret('33151849800018')).toEqual([{ field: 'siret', typed: '33151849800018', register: '33151849800067' }]);
  });

  it('takes Lyon and its arrondissements for one commune', () => {
    const lyon = findCommune('69123');
    if (lyon === null) throw new Error('Lyon is not there');
    const form = formWith((f) => {
      f.establishment.communeCode = '69123';
      f.establishment.postcode = '69003';
    });
    const at = (communeCode: string, postcode: string | null) =>
      registerDifferences(
        sampleApplication({
          form,
          commune: lyon,
          register: {
            result: 'found',
            checkedAt,
            entry: { ...entry, headOffice: { ...entry.headOffice, communeCode, postcode } },
          },
        }),
      );
    expect(at('69383', '69003')).toEqual([]);
    expect(at('69266', '69100')).toEqual([{ field: 'commune', typed: 'Lyon (69123)', register: '69100 (69266)' }]);
    expect(at('69266', null)).toMatchObject([{ register: '69266' }]);
  });

  it('compares the headcount of the year the register counted, or the latest', () => {
    const figures: Change = (form) => {
      form.figures = [
        { year: 2023, employees: 8, turnover: 0 },
        { year: 2025, employees: 25, turnover: 0 },
        { year: 2024, employees: 12, turnover: 0 },
      ];
    };
    expect(differences({ headcountYear: '2024' }, figures)).toEqual([]);
    expect(differences({ headcountYear: '2023' }, figures)).toEqual([
      { field: 'headcount', typed: '8 (2023)', register: '10–19 (2023)' },
    ]);
    expect(differences({ headcountYear: '2019' }, figures)).toEqual([
      { field: 'headcount', typed: '25 (2025)', register: '10–19 (2019)' },
    ]);
    expect(differences({ headcountBand: 'NN' }, figures)).toEqual([]);
  });

  it('says first that a company has ceased', () => {
    expect(differences({ active: false, createdOn: '1990-01-01' }).map((d) => d.field)).toEqual([
      'ceased',
      'foundedOn',
    ]);
  });
});

describe('headcount bands', () => {
  it('cover every headcount once', () => {
    const codes = ['00', '01', '02', '03', '11', '12', '21', '22', '31', '32', '41', '42', '51', '52', '53'];
    fc.assert(
      fc.property(fc.nat(20_000), (employees) => {
        const holding = codes.filter((code) => {
          const band = headcountBand(code);
          return band !== null && inBand(employees, band);
        });
        expect(holding).toHaveLength(1);
      }),
    );
  });

  it('know no other code', () => {
    for (const code of [null, 'NN', '', 'constructor', '99']) expect(headcountBand(code)).toBeNull();
  });

  it('are written without words', () => {
    expect(['00', '12', '53'].map((code) => formatBand(headcountBand(code) ?? { min: -1, max: -1 }))).toEqual([
      '0',
      '20–49',
      '≥ 10000',
    ]);
  });
});
