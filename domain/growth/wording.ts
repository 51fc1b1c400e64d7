import type { Language } from '../application/form.ts';
import { numberWriter } from '../text/formats.ts';
import type { CriterionResult } from './evaluation.ts';
import type { AnnualRate, Fraction } from './fraction.ts';
import type { CriterionName } from './policy.ts';

// The pieces explanations are made of: numbers, shares and names, as each language writes them.

export const CRITERION_TITLES: Record<CriterionName, Record<Language, string>> = {
  'oecd-employees': { fr: 'Forte croissance de l’effectif (OCDE)', en: 'High growth by headcount (OECD)' },
  'oecd-turnover': { fr: 'Forte croissance du chiffre d’affaires (OCDE)', en: 'High growth by turnover (OECD)' },
  'eurostat-employees': { fr: 'Croissance de l’effectif (Eurostat)', en: 'Growth by headcount (Eurostat)' },
  gazelle: { fr: 'Gazelle', en: 'Gazelle' },
  'headcount-doubling': { fr: 'Effectif doublé (JEC)', en: 'Headcount doubled (JEC)' },
  'young-turnover': { fr: 'Jeune entreprise : chiffre d’affaires', en: 'Young company: turnover' },
  'young-funds': { fr: 'Jeune entreprise : fonds levés', en: 'Young company: funds raised' },
};

/** A whole number, its thousands set apart. */
export const number = numberWriter();
const toATenth = numberWriter({ maximumFractionDigits: 1 });

const percent = (thousandths: number, language: Language): string => {
  const written = toATenth(thousandths / 10, language);
  return language === 'fr' ? `${written} %` : `${written}%`;
};

/** A threshold: as a percentage where it is one to a tenth, otherwise as the fraction it is. */
export const share = ({ numerator, denominator }: Fraction, language: Language): string =>
  (numerator * 1000) % denominator === 0
    ? percent((numerator * 1000) / denominator, language)
    : `${numerator}/${denominator}`;

/** A rate a year: as it is, or, where it was rounded down to the tenth, as more than that. */
export const rate = ({ thousandths, exact }: AnnualRate, language: Language): string => {
  if (exact) return percent(thousandths, language);
  return language === 'fr' ? `un peu plus de ${percent(thousandths, 'fr')}` : `just over ${percent(thousandths, 'en')}`;
};

const people = (value: number, language: Language): string => {
  if (language === 'en') return `${number(value, 'en')} ${value === 1 ? 'employee' : 'employees'}`;
  return `${number(value, 'fr')} ${Math.abs(value) < 2 ? 'salarié' : 'salariés'}`;
};

/** An amount of what is measured, with its unit. */
export const amount = (value: number, measure: CriterionResult['measure'], language: Language): string => {
  if (measure === 'employees') return people(value, language);
  return language === 'fr' ? `${number(value, 'fr')} €` : `€${number(value, 'en')}`;
};

export const yearsOld = (value: number, language: Language): string => {
  if (language === 'en') return `${value} ${value === 1 ? 'year' : 'years'}`;
  return `${value} ${value < 2 ? 'an' : 'ans'}`;
};
