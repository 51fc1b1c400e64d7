import { describe, expect, it } from '@jest/globals';
import { type Draft, emptyDraft, fromForm, tidyActivityCode, tidyWebsite, toForm } from '../../../web/form/draft.ts';
import { FIELD_NAMES, fieldNameOf } from '../../../web/form/field-names.ts';
import { judge, SECTIONS, type Section, sectionErrors, sectionOf } from '../../../web/form/sections.ts';
import { formOf } from '../../support/forms.ts';

const commune = {
  code: '42218',
  name: 'Saint-Étienne',
  departement: '42',
  region: '84',
  postcodes: ['42000', '42100', '42230'],
  population: 173_000,
  epci: { code: '244200770', name: 'Saint-Étienne Métropole' },
};
const form = formOf();
const full = (): Draft => fromForm(form, commune);
const blank = (): Draft => emptyDraft('2026-03-03', 'fr');

const codes = (section: Section, draft: Draft): [string, string][] =>
  sectionErrors(section, draft, 'fr').map(({ path, code }) => [path, code]);

describe('a draft', () => {
  it('gives back the form it was made from', () => {
    expect(judge(full(), 'fr').form).toEqual(form);
  });

  it('leaves optional fields out when nothing is typed in them', () => {
    const draft = full();
    draft.company.website = ' ';
    draft.establishment.siret = '';
    draft.preferredAntenna = '';
    const made = judge(draft, 'fr').form;
    expect(made?.company.website).toBeNull();
    expect(made?.establishment.siret).toBeNull();
    expect(made?.preferredAntenna).toBeNull();
  });

  it('takes what people type: spaces, small letters, no protocol', () => {
    const draft = full();
    draft.company.siren = `${form.company.siren.slice(0, 3)} ${form.company.siren.slice(3)}`;
    draft.company.activity.code = '6201z';
    draft.company.website = 'www.exemple.fr';
    draft.figures = [{ year: '2025', employees: '1 200', turnover: '1 450 000 €' }];
    const made = judge(draft, 'fr').form;
    expect(made?.company.siren).toBe(form.company.siren);
    expect(made?.company.activity.code).toBe('62.01Z');
    expect(made?.company.website).toBe('https://www.exemple.fr');
    expect(made?.figures).toEqual([{ year: 2025, employees: 1200, turnover: 1_450_000 }]);
  });

  it('proposes the last closed year, the nomenclature in force and the charter of today', () => {
    expect(blank().figures[0]?.year).toBe('2025');
    expect(blank().company.activity.nomenclature).toBe('NAF2');
    expect(emptyDraft('2027-01-01', 'fr').company.activity.nomenclature).toBe('NAF2025');
    expect(blank().charter).toEqual({ version: form.charter.version, accepted: false });
  });

  it('never accepts the charter by itself', () => {
    expect(toForm(blank(), 'fr').charter).toEqual({ version: form.charter.version, accepted: false });
  });
});

describe('tidying', () => {
  it.each([
    ['5829c', '58.29C'],
    ['58.29C', '58.29C'],
    [' 58 29 c ', '58.29C'],
    ['582', '582'],
  ])('writes an activity code as INSEE does: %s', (typed, tidy) => expect(tidyActivityCode(typed)).toBe(tidy));

  it.each([
    ['www.esker.fr', 'https://www.esker.fr'],
    ['http://esker.fr', 'http://esker.fr'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['', ''],
  ])('gives a web address its protocol: %s', (typed, tidy) => expect(tidyWebsite(typed)).toBe(tidy));
});

describe('a section', () => {
  it.each(SECTIONS)('has nothing wrong in a full form: %s', (section) => expect(codes(section, full())).toEqual([]));

  it('says what is missing in it, and nothing of the others', () => {
    expect(codes('company', blank())).toEqual([
      ['company.siren', 'required'],
      ['company.legalName', 'required'],
      ['company.category', 'required'],
      ['company.foundedOn', 'required'],
      ['company.activity.code', 'required'],
    ]);
    expect(codes('charter', blank())).toEqual([['charter.accepted', 'charter.required']]);
  });

  it('judges across fields as soon as both are there, long before the form is whole', () => {
    const draft = blank();
    draft.company = full().company;
    draft.establishment = { ...full().establishment, siret: '35600000000048' };
    draft.commune = commune;
    expect(codes('establishment', draft)).toEqual([['establishment.siret', 'siret.other-siren']]);
  });

  it('refuses figures before the foundation, in the future, twice, negative or not whole', () => {
    const draft = full();
    draft.company.foundedOn = '2015-03-01';
    draft.figures = [
      { year: '2014', employees: '1', turnover: '1' },
      { year: '2020', employees: '1', turnover: '1' },
      { year: '2020', employees: '1', turnover: '1' },
    ];
    expect(codes('figures', draft)).toEqual([
      ['figures.0.year', 'figures.before-foundation'],
      ['figures.2.year', 'figures.twice'],
    ]);
    draft.figures = [{ year: '2150', employees: '1', turnover: '1' }];
    expect(codes('figures', draft)).toEqual([['figures.0.year', 'figures.future']]);
    draft.figures = [{ year: '2020', employees: '-1', turnover: '12,5' }];
    expect(codes('figures', draft)).toEqual([
      ['figures.0.employees', 'number.negative'],
      ['figures.0.turnover', 'number.whole'],
    ]);
  });

  it('refuses a commune that does not have the postcode', () => {
    const draft = full();
    draft.establishment.postcode = '69001';
    expect(codes('establishment', draft)).toEqual([['establishment.postcode', 'postcode.not-of-commune']]);
  });

  it('refuses a company founded in the future', () => {
    const draft = full();
    draft.company.foundedOn = '2150-01-01';
    expect(codes('company', draft)).toEqual([['company.foundedOn', 'date.future']]);
  });
});

describe('fields', () => {
  it('each stand in a section and have a name', () => {
    for (const name of FIELD_NAMES) {
      expect(sectionOf(name)).not.toBeNull();
      expect(fieldNameOf(name)).not.toBeNull();
    }
    expect(fieldNameOf('figures.3.turnover')).toEqual({ name: 'figures.turnover', row: 3 });
    expect(sectionOf('figures.3.turnover')).toBe('figures');
    expect(sectionOf('unheard.of')).toBeNull();
  });
});
