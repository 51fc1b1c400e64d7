import { describe, expect, it } from '@jest/globals';
import {
  addYear,
  contradictions,
  declaredFigures,
  type FigureEntry,
  knownYears,
  reviseYear,
  withRegister,
  yearFaults,
} from '../../../domain/growth/figures.ts';
import { CompanyFile, companyOf, newProfile } from '../../../domain/growth/profile.ts';
import type { RegisterAnswer } from '../../../domain/register/register.ts';
import { fieldErrors } from '../../../domain/text/field-errors.ts';
import { sampleForm } from '../samples.ts';

const AT = '2026-10-05T08:00:00.000Z';
const entry = (employees: number, change: Partial<FigureEntry> = {}): FigureEntry => ({
  employees,
  turnover: 1_000_000,
  origin: 'declared',
  at: AT,
  by: { kind: 'company' },
  comment: '',
  ...change,
});
const declared = declaredFigures([{ year: 2025, employees: 12, turnover: 1_000_000 }], AT);

describe('the figures of a company', () => {
  it('take each year once: a second time it is corrected instead', () => {
    expect(addYear(declared, 2025, entry(14))).toEqual({
      errors: [{ path: 'year', code: 'figures.year-known', params: { year: 2025 } }],
    });
    const added = addYear(declared, 2024, entry(10));
    expect('figures' in added && added.figures.map(({ year }) => year)).toEqual([2024, 2025]);
  });

  it('have the register’s turnover where nobody said anything, and no other', () => {
    const register: RegisterAnswer = {
      result: 'found',
      checkedAt: AT,
      entry: {
        siren: '331518498',
        name: 'ESKER',
        headOffice: { siret: '33151849800018', communeCode: null, postcode: null },
        activity: null,
        activityNaf2025: null,
        headcountBand: null,
        headcountYear: null,
        turnovers: [
          { year: 2025, turnover: 7 },
          { year: 2023, turnover: 800_000 },
        ],
        size: null,
        createdOn: null,
        active: true,
      },
    };
    const known = withRegister(declared, register);
    expect(known.map(({ year, current: { origin } }) => [year, origin])).toEqual([
      [2023, 'register'],
      [2025, 'declared'],
    ]);
    expect(known[0]?.current).toMatchObject({ employees: null, turnover: 800_000 });
    expect(known[1]?.current.turnover).toBe(1_000_000);
    expect(withRegister(declared, { result: 'absent', checkedAt: AT })).toEqual(declared);
    expect(withRegister(declared, null)).toEqual(declared);
  });

  it('keep what stood before a correction', () => {
    const once = reviseYear(declared, 2025, entry(14, { comment: 'Un mi-temps oublié.' }));
    const twice = reviseYear(once ?? [], 2025, entry(15));
    expect(twice?.[0]?.current.employees).toBe(15);
    expect(twice?.[0]?.history.map(({ employees }) => employees)).toEqual([12, 14]);
    expect(reviseYear(declared, 2020, entry(14))).toBeNull();
  });

  it('are unchanged by the same figures again, and checked by staff as they stand', () => {
    expect(reviseYear(declared, 2025, entry(12))).toEqual(declared);
    const staff = { origin: 'checked' as const, by: { kind: 'staff' as const, id: 's', name: 'Hassan' } };
    const checked = reviseYear(declared, 2025, entry(12, staff));
    expect(checked?.[0]).toMatchObject({ current: { origin: 'checked' }, history: [{ origin: 'declared' }] });
    // The company saying the same again takes nothing from what staff checked; saying otherwise does.
    expect(reviseYear(checked ?? [], 2025, entry(12))?.[0]?.current.origin).toBe('checked');
    expect(reviseYear(checked ?? [], 2025, entry(13))?.[0]?.current.origin).toBe('declared');
  });

  it('are of years in which the company was, and that have begun', () => {
    const facts = { foundedOn: '2015-03-01', today: '2026-10-05' };
    expect(yearFaults(2014, facts)).toMatchObject([{ code: 'figures.before-foundation' }]);
    expect(yearFaults(2027, facts)).toMatchObject([{ code: 'figures.future', params: { year: 2026 } }]);
    expect([2015, 2026].flatMap((year) => yearFaults(year, facts))).toEqual([]);
  });

  it('that the register contradicts are flagged, unless staff checked them', () => {
    const register = (band: string | null): RegisterAnswer => ({
      result: 'found',
      checkedAt: AT,
      entry: {
        siren: '331518498',
        name: 'ESKER',
        headOffice: { siret: '33151849800001', communeCode: null, postcode: null },
        activity: null,
        activityNaf2025: null,
        headcountBand: band,
        headcountYear: '2025',
        size: null,
        createdOn: null,
        active: true,
      },
    });
    expect(contradictions(declared, register('12'))).toEqual([{ year: 2025, employees: 12, band: '20–49' }]);
    expect(contradictions(declared, register('11'))).toEqual([]);
    expect(contradictions(declared, register(null))).toEqual([]);
    expect(contradictions(declared, null)).toEqual([]);
    const checked = reviseYear(declared, 2025, entry(12, { origin: 'checked' }));
    expect(contradictions(checked ?? [], register('12'))).toEqual([]);
  });

  it('begin with those of the form', () => {
    const form = sampleForm();
    const profile = newProfile('a', form, AT);
    expect(knownYears(profile.figures)).toEqual(form.figures);
    expect(companyOf(profile, form.company.foundedOn)).toMatchObject({ companyId: 'a', foundedOn: '1985-02-01' });
  });
});

describe('the file of a company', () => {
  it('takes each year of funds and mergers once', () => {
    const funds = [
      { year: 2024, amount: 100 },
      { year: 2024, amount: 200 },
    ];
    const parsed = CompanyFile.safeParse({ presentation: '', mergers: [2023, 2023], funds });
    expect(fieldErrors(parsed.error ?? { issues: [] })).toEqual([
      { path: 'funds.1.year', code: 'figures.twice' },
      { path: 'mergers.1', code: 'figures.twice' },
    ]);
    expect(CompanyFile.safeParse({ presentation: 'x', mergers: [2023], funds: funds.slice(1) }).success).toBe(true);
  });
});
