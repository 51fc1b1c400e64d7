import { describe, expect, it } from '@jest/globals';
import { checkForm } from '../../../domain/application/check.ts';
import { nomenclatureAt } from '../../../domain/company/nomenclature.ts';
import { findCommune } from '../../../functions/data/communes.ts';
import { formWith, sampleForm } from '../samples.ts';

const today = '2026-06-01';
const villeurbanne = findCommune('69266');
const codes = (form: ReturnType<typeof sampleForm>, facts: Partial<Parameters<typeof checkForm>[1]> = {}) =>
  checkForm(form, { today, commune: villeurbanne, ...facts }).map((e) => [e.path, e.code]);

describe('checking a form against the day and the commune', () => {
  it('finds nothing wrong with the example', () => expect(codes(sampleForm())).toEqual([]));

  it('takes a company founded today, not tomorrow', () => {
    const founded = (foundedOn: string) =>
      codes(
        formWith((f) => {
          f.company.foundedOn = foundedOn;
          f.figures = [{ year: 2026, employees: 1, turnover: 0 }];
        }),
      );
    expect(founded('2026-06-01')).toEqual([]);
    expect(founded('2026-06-02')).toEqual([['company.foundedOn', 'date.future']]);
  });

  it('takes the figures of this year to date, not of the next', () => {
    const figures = (...years: number[]) =>
      codes(
        formWith((f) => {
          f.figures = years.map((year) => ({ year, employees: 1, turnover: 0 }));
        }),
      );
    expect(figures(2026)).toEqual([]);
    expect(figures(2025, 2027)).toEqual([['figures.1.year', 'figures.future']]);
  });

  it('asks for a commune that exists, with one of its postcodes', () => {
    expect(codes(sampleForm(), { commune: null })).toEqual([['establishment.communeCode', 'commune.unknown']]);
    const elsewhere = formWith((f) => {
      f.establishment.postcode = '69003';
    });
    expect(checkForm(elsewhere, { today, commune: villeurbanne })).toEqual([
      {
        path: 'establishment.postcode',
        code: 'postcode.not-of-commune',
        params: { commune: 'Villeurbanne', postcodes: '69100' },
      },
    ]);
  });

  it('takes the third arrondissement of Lyon, and Lyon, for 69003', () => {
    const inLyon = formWith((f) => {
      f.establishment.postcode = '69003';
    });
    expect(codes(inLyon, { commune: findCommune('69383') })).toEqual([]);
    expect(codes(inLyon, { commune: findCommune('69123') })).toEqual([]);
  });

  it('takes any postcode where a territory has none', () => {
    expect(codes(sampleForm(), { commune: findCommune('98414') })).toEqual([]);
  });

  it.each([
    ['NAF2', '2026-12-31', []],
    ['NAF2', '2027-01-01', []],
    ['NAF2', '2027-12-31', []],
    ['NAF2', '2028-01-01', ['activity.ended']],
    ['NAF2025', '2025-12-31', ['activity.too-early']],
    ['NAF2025', '2026-01-01', []],
    ['NAF2025', '2030-01-01', []],
  ] as const)('takes a code of %s on %s, or says why not: %j', (nomenclature, day, expected) => {
    const form = formWith((f) => {
      f.company.activity.nomenclature = nomenclature;
    });
    expect(codes(form, { today: day }).map(([, code]) => code)).toEqual(expected);
  });

  it('proposes the nomenclature of the day', () => {
    expect(nomenclatureAt('2026-12-31')).toBe('NAF2');
    expect(nomenclatureAt('2027-01-01')).toBe('NAF2025');
  });

  it('asks for a charter that was published', () => {
    const form = formWith((f) => {
      f.charter.version = '1999-01';
    });
    expect(codes(form)).toEqual([['charter.version', 'charter.version']]);
  });

  it('finds everything that is wrong at once', () => {
    const form = formWith((f) => {
      f.company.foundedOn = '2026-07-01';
      f.figures = [{ year: 2030, employees: 1, turnover: 0 }];
      f.charter.version = 'x';
    });
    expect(codes(form, { commune: null }).map(([, code]) => code)).toEqual([
      'date.future',
      'commune.unknown',
      'figures.future',
      'charter.version',
    ]);
  });
});
