import { charterVersion } from '../charter/charter.ts';
import { ACCEPTED } from '../company/nomenclature.ts';
import type { FieldError } from '../errors.ts';
import type { Commune } from '../geography/commune.ts';
import type { ApplicationForm } from './form.ts';

/**
 * What is wrong with where an establishment stands, given its commune: paths are those within the establishment.
 * @param commune what its commune code stands for; null when no commune has it
 */
export const checkEstablishment = (
  { postcode }: Pick<ApplicationForm['establishment'], 'postcode'>,
  commune: Commune | null,
): FieldError[] => {
  if (commune === null) return [{ path: 'communeCode', code: 'commune.unknown' }];
  const { postcodes, name } = commune;
  // A few territories without inhabitants have no postcode at all.
  if (postcodes.length === 0 || postcodes.includes(postcode)) return [];
  const params = { commune: name, postcodes: postcodes.join(', ') };
  return [{ path: 'postcode', code: 'postcode.not-of-commune', params }];
};

const checkNomenclature = (form: ApplicationForm, today: string): FieldError[] => {
  const { nomenclature } = form.company.activity;
  const { from, to } = ACCEPTED[nomenclature];
  const path = 'company.activity.nomenclature';
  if (today < from) return [{ path, code: 'activity.too-early', params: { from } }];
  return to !== null && today > to ? [{ path, code: 'activity.ended', params: { to } }] : [];
};

/**
 * The checks of a well-formed form that need the day and the commune: nothing in the future, a commune that exists and
 * has that postcode, an activity nomenclature in use, a charter that was published.
 *
 * Figures of the current year are taken as those to date: a company founded this year has no others. Whoever reckons
 * with closed years leaves them out.
 * @param facts.today ISO 8601 date in Europe/Paris
 * @param facts.commune what the form's commune code stands for; null when no commune has it
 */
export const checkForm = (form: ApplicationForm, facts: { today: string; commune: Commune | null }): FieldError[] => {
  const { today, commune } = facts;
  const thisYear = Number(today.slice(0, 4));
  return [
    ...(form.company.foundedOn > today ? [{ path: 'company.foundedOn', code: 'date.future' }] : []),
    ...checkNomenclature(form, today),
    ...checkEstablishment(form.establishment, commune).map((e) => ({ ...e, path: `establishment.${e.path}` })),
    ...form.figures.flatMap(({ year }, index) =>
      year > thisYear ? [{ path: `figures.${index}.year`, code: 'figures.future', params: { year: thisYear } }] : [],
    ),
    ...(charterVersion(form.charter.version) === undefined
      ? [{ path: 'charter.version', code: 'charter.version' }]
      : []),
  ];
};
