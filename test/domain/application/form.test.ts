import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ApplicationForm } from '../../../domain/application/form.ts';
import { fieldErrors } from '../../../domain/text/field-errors.ts';
import { sampleForm } from '../samples.ts';

/** Sets one dotted path of the sample form. */
const withValue = (path: string, value: unknown): unknown => {
  const form: unknown = structuredClone(sampleForm());
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = form as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  at[last] = value;
  return form;
};
const refusal = (path: string, value: unknown) => {
  const { error } = ApplicationForm.safeParse(withValue(path, value));
  return error === undefined ? [] : fieldErrors(error).map((e) => [e.path, e.code]);
};

describe('the form', () => {
  it('takes the example of the contract as it is', () => {
    expect(ApplicationForm.parse(sampleForm())).toEqual(sampleForm());
  });

  it('keeps what was meant of what was typed', () => {
    const typed = ApplicationForm.parse(
      withValue('company', { ...sampleForm().company, siren: '331 518 498', legalName: '  ESKER ' }),
    );
    expect(typed.company).toMatchObject({ siren: '331518498', legalName: 'ESKER' });
    expect(ApplicationForm.parse(withValue('contact.email', ' a@example.com ')).contact.email).toBe('a@example.com');
  });

  it.each<[string, unknown, string]>([
    ['company.siren', '331518499', 'siren.checksum'],
    ['company.siren', '', 'required'],
    ['company.legalName', '   ', 'required'],
    ['company.legalName', 'x'.repeat(201), 'too-long'],
    ['company.legalName', 'a\r\nBcc: b@example.com', 'text.control'],
    ['company.legalName', 'half a pair \ud83d', 'text.control'],
    ['company.legalName', 'one\u2028two', 'text.control'],
    ['company.legalName', 'right \u202e to left', 'text.control'],
    ['company.legalName', '\u200b\u200d', 'required'],
    ['company.category', 'bank', 'not-in-list'],
    ['company.foundedOn', '2025-02-29', 'date'],
    ['company.foundedOn', '1985-2-1', 'date'],
    ['company.foundedOn', '', 'required'],
    ['company.foundedOn', null, 'required'],
    ['company.foundedOn', '1699-12-31', 'date.too-early'],
    ['company.activity.code', '5829C', 'activity.code'],
    ['company.activity.nomenclature', 'NACE', 'not-in-list'],
    ['company.website', 'www.esker.fr', 'url'],
    ['company.website', 'javascript:alert(1)', 'url'],
    ['company.website', 'ftp://esker.fr', 'url'],
    ['company.website', 'https://www.insee.fr@example.com/', 'url'],
    ['company.website', 'https://esker.fr:secret@example.com', 'url'],
    ['company.website', `https://esker.fr/${'x'.repeat(300)}`, 'too-long'],
    ['establishment.siret', '73282932000074', 'siret.other-siren'],
    ['establishment.siret', '33151849800014', 'siret.checksum'],
    ['establishment.postcode', '6910', 'postcode.format'],
    ['establishment.postcode', 'CH-1201', 'postcode.format'],
    ['establishment.communeCode', '', 'commune.required'],
    ['contact.email', 'jeanne@', 'email.format'],
    ['contact.email', `${'x'.repeat(250)}@example.com`, 'too-long'],
    ['contact.phone', 'call me', 'phone.format'],
    ['contact.language', 'de', 'not-in-list'],
    ['figures', [], 'figures.required'],
    [
      'figures',
      Array.from({ length: 11 }, (_, i) => ({ year: 2010 + i, employees: 1, turnover: 1 })),
      'figures.too-many',
    ],
    ['figures.0.year', 1899, 'figures.year'],
    ['figures.0.year', 1984, 'figures.before-foundation'],
    ['figures.0.year', 2025.5, 'number.whole'],
    ['figures.0.employees', -1, 'number.negative'],
    ['figures.0.employees', '12', 'wrong-type'],
    ['figures.0.employees', '', 'required'],
    ['figures.0.turnover', -1, 'number.negative'],
    ['figures.0.turnover', 1e13, 'number.too-big'],
    ['preferredAntenna', 'PAR', 'not-in-list'],
    ['growthProgramme', null, 'required'],
    ['charter.accepted', false, 'charter.required'],
    ['charter.version', '', 'required'],
  ])('refuses %s = %j as %s', (path, value, code) => {
    const [first] = refusal(path, value);
    expect(first?.[1]).toBe(code);
    expect(first?.[0]?.startsWith(path)).toBe(true);
  });

  it('takes a year once', () => {
    const year = { year: 2025, employees: 1, turnover: 1 };
    expect(refusal('figures', [year, { ...year, year: 2024 }, year])).toEqual([['figures.2.year', 'figures.twice']]);
  });

  it('takes a company of the year it was founded in', () => {
    expect(refusal('figures.0.year', 1985)).toEqual([]);
  });

  it('reads its own output the same again', () => {
    const spaced = fc.constantFrom('331518498', '331 518 498', '331.518.498', ' 331518498 ');
    const name = fc.string({ minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(spaced, name, fc.nat(1_000_000), (siren, legalName, employees) => {
        const form = sampleForm();
        const parsed = ApplicationForm.safeParse({
          ...form,
          company: { ...form.company, siren, legalName },
          figures: [{ year: 2025, employees, turnover: 0 }],
        });
        if (parsed.success) expect(ApplicationForm.parse(parsed.data)).toEqual(parsed.data);
      }),
    );
  });
});
