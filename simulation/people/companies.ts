import type { ApplicationForm, YearlyFigures } from '../../domain/application/form.ts';
import { CURRENT_CHARTER } from '../../domain/charter/charter.ts';
import type { Category } from '../../domain/company/category.ts';
import type { Chance } from '../chance.ts';
import { CONTESTED, FIRST_NAMES, LAST_NAMES, PLACES, type Place, STREETS, TOWNS, TRADES } from './words.ts';

/** An invented company. It is the same wherever it is made again from the same seed and number. */
export type Company = {
  /** Its place among all; those below the count of members are members when the year begins. */
  index: number;
  siren: string;
  form: ApplicationForm;
};

/** Of which kind companies are, of a hundred. */
const CATEGORIES: readonly (readonly [number, Category])[] = [
  [62, 'company'],
  [18, 'startup'],
  [12, 'freelancer'],
  [5, 'education-research'],
  [3, 'institution'],
];
/** Headcounts by band of the scale, as a digital cluster has them: many small ones. */
const HEADCOUNTS: readonly (readonly [number, readonly [number, number]])[] = [
  [22, [1, 2]],
  [34, [3, 9]],
  [20, [10, 19]],
  [14, [20, 49]],
  [6, [50, 99]],
  [3, [100, 249]],
  [1, [250, 400]],
];
/** One applicant in so many is in a contested place. */
const CONTESTED_ONE_IN = 12;
/** Turnover a head, in whole euros. */
const TURNOVER = [60_000, 140_000] as const;

const withCheckDigit = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

/** A SIREN that passes its check, in a range that is not given out. */
export const sirenOf = (index: number): string => withCheckDigit(`998${String(index).padStart(5, '0')}`);

/** Address that mails reach a company at. */
export const addressOf = (siren: string): string => `contact@${siren}.example`;
/** The company behind an address; null for somebody else. */
export const sirenAt = (address: string): string | null => /^contact@(\d{9})\.example$/.exec(address)?.[1] ?? null;

/** Figures of a year, a little above or below those of the year before. */
export const nextFigures = (chance: Chance, siren: string, last: YearlyFigures, year: number): YearlyFigures => {
  const growth = 0.85 + chance.of('growth', siren, year) * 0.4;
  const employees = Math.max(1, Math.round(last.employees * growth));
  const perHead = chance.between(TURNOVER[0], TURNOVER[1], 'turnover', siren, year);
  return { year, employees, turnover: Math.round((employees * perHead) / 1000) * 1000 };
};

/**
 * The company of a number.
 * @param on ISO 8601 date it is known from: it was founded before, and its figures are of the year before
 */
export const companyOf = (chance: Chance, index: number, on: string): Company => {
  const siren = sirenOf(index);
  const year = Number(on.slice(0, 4)) - 1;
  const category = chance.weighted(CATEGORIES, 'category', siren);
  const [low, high] = category === 'freelancer' ? [1, 1] : chance.weighted(HEADCOUNTS, 'headcount', siren);
  const employees = chance.between(low, high, 'employees', siren);
  const founded =
    year - (category === 'startup' ? chance.between(0, 4, 'age', siren) : chance.between(3, 30, 'age', siren));
  const town = chance.weighted(
    TOWNS.map((each) => [each.weight, each] as const),
    'town',
    siren,
  );
  const where: Place =
    chance.of('contested', siren) * CONTESTED_ONE_IN < 1
      ? chance.oneOf(CONTESTED, 'contested-place', siren)
      : chance.oneOf(town.places, 'place', siren);
  const rev2 = on < '2027-01-01';
  return {
    index,
    siren,
    form: {
      company: {
        siren,
        legalName: `${chance.oneOf(TRADES, 'trade', siren)} ${chance.oneOf(PLACES, 'of', siren)} ${index + 1}`,
        category,
        foundedOn: `${founded}-${String(chance.between(1, 12, 'month', siren)).padStart(2, '0')}-01`,
        activity: rev2 ? { code: '62.01Z', nomenclature: 'NAF2' } : { code: '62.10Y', nomenclature: 'NAF2025' },
        website: null,
      },
      establishment: {
        siret: null,
        street: `${chance.between(1, 120, 'street-number', siren)} ${chance.oneOf(STREETS, 'street', siren)}`,
        ...where,
      },
      contact: {
        firstName: chance.oneOf(FIRST_NAMES, 'first-name', siren),
        lastName: chance.oneOf(LAST_NAMES, 'last-name', siren),
        role: 'Gérance',
        email: addressOf(siren),
        phone: '+33 4 00 00 00 00',
        language: chance.happens(0.15, 'english', siren) ? 'en' : 'fr',
      },
      figures: [nextFigures(chance, siren, { year: year - 1, employees, turnover: 0 }, year)],
      preferredAntenna: null,
      growthProgramme: false,
      charter: { version: CURRENT_CHARTER.version, accepted: true },
    },
  };
};
