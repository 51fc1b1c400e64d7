import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { changedPaths, checkCorrection, emailChanged, sameEmail } from '../../../domain/application/changes.ts';
import type { ApplicationForm } from '../../../domain/application/form.ts';
import { sampleForm } from '../samples.ts';

const change = (edit: (form: ApplicationForm) => void): ApplicationForm => {
  const form = sampleForm();
  edit(form);
  return form;
};
const changed = (edit: (form: ApplicationForm) => void) => changedPaths(sampleForm(), change(edit));

describe('what a correction changes', () => {
  it('is nothing when nothing changed', () => {
    expect(changedPaths(sampleForm(), sampleForm())).toEqual([]);
  });

  it('is told in dotted paths, in the order of the form', () => {
    expect(
      changed((form) => {
        form.growthProgramme = false;
        form.company.legalName = 'Esker SA';
        form.company.activity.code = '62.01Z';
        form.figures = [{ year: 2025, employees: 13, turnover: 1_450_000 }];
        form.preferredAntenna = 'LYO';
      }),
    ).toEqual([
      'company.legalName',
      'company.activity.code',
      'figures.0.employees',
      'preferredAntenna',
      'growthProgramme',
    ]);
  });

  it('names the years that were added and those that are gone', () => {
    const added = changed((form) => {
      form.figures.push({ year: 2024, employees: 10, turnover: 1 });
    });
    expect(added).toEqual(['figures.1.year', 'figures.1.employees', 'figures.1.turnover']);
    const longer = change((form) => {
      form.figures.push({ year: 2024, employees: 10, turnover: 1 });
    });
    expect(changedPaths(longer, sampleForm())).toEqual(added);
  });

  it('names every path whose value differs, and no other', () => {
    const edit = fc.record({
      legalName: fc.constantFrom('ESKER', 'Esker'),
      street: fc.constantFrom('113 boulevard de Stalingrad', '1 rue'),
      website: fc.constantFrom(null, 'https://www.esker.fr'),
      growth: fc.boolean(),
    });
    fc.assert(
      fc.property(edit, (e) => {
        const paths = changed((form) => {
          form.company.legalName = e.legalName;
          form.establishment.street = e.street;
          form.company.website = e.website;
          form.growthProgramme = e.growth;
        });
        const expected = [
          e.legalName !== 'ESKER' && 'company.legalName',
          e.website === null && 'company.website',
          e.street === '1 rue' && 'establishment.street',
          !e.growth && 'growthProgramme',
        ].filter((path) => path !== false);
        expect(paths).toEqual(expected);
      }),
    );
  });

  it('asks for the address to be confirmed again only when it is another', () => {
    const email = (value: string) =>
      emailChanged(
        sampleForm(),
        change((form) => {
          form.contact.email = value;
        }),
      );
    expect(email('jeanne.lefevre@example.com')).toBe(false);
    expect(email('Jeanne.Lefevre@Example.com')).toBe(false);
    expect(email('paul@example.com')).toBe(true);
    expect(sameEmail(' a@example.com ', 'A@EXAMPLE.com')).toBe(true);
  });

  it('may not be the SIREN', () => {
    expect(checkCorrection(sampleForm(), sampleForm())).toEqual([]);
    const other = change((form) => {
      form.company.siren = '200034528';
    });
    expect(checkCorrection(sampleForm(), other)).toEqual([{ path: 'company.siren', code: 'siren.changed' }]);
  });
});
