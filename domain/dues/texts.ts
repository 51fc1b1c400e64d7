import { Temporal } from 'temporal-polyfill';
import type { Language } from '../application/form.ts';
import { CATEGORIES, type Category } from '../company/category.ts';
import { dayWriter, numberWriter } from '../text/formats.ts';
import { withOrdinal } from '../text/locale.ts';
import type { VatRegime } from './policy.ts';
import type { Quote, QuoteLine } from './quote-line.ts';

// What people read of dues: the lines of quotes and invoices, the mentions of VAT, amounts in a sentence. Invoices print
// these, so they are texts of law as much as of the product.

const whole = numberWriter();
const euros = numberWriter({ style: 'currency', currency: 'EUR' });
const dayInFigures = dayWriter({ day: '2-digit', month: '2-digit', year: 'numeric' });
const monthDayInWords = dayWriter({ day: 'numeric', month: 'long' });

/** An amount in cents as the language writes it: `1 100,00 €`, `€1,100.00`. */
export const writeCents = (cents: number, language: Language): string => euros(cents / 100, language);

const writeDay = (day: string, language: Language): string => dayInFigures(Temporal.PlainDate.from(day), language);

const writeMonthDay = (monthDay: string, language: Language): string =>
  withOrdinal(monthDayInWords(Temporal.PlainMonthDay.from(monthDay).toPlainDate({ year: 2024 }), language), language);

const CATEGORY_NAMES: Record<Category, Record<Language, string>> = {
  company: { fr: 'entreprise', en: 'company' },
  startup: { fr: 'start-up', en: 'start-up' },
  'education-research': { fr: 'enseignement et recherche', en: 'education and research' },
  institution: { fr: 'institution', en: 'institution' },
  freelancer: { fr: 'indépendant', en: 'freelancer' },
};

const categoryName = (value: unknown, language: Language): string => {
  const category = CATEGORIES.find((each) => each === value);
  return category === undefined ? String(value) : CATEGORY_NAMES[category][language];
};

/** `10 à 19 salariés`, `from 10 to 19 employees`, `250 salariés et plus`. */
const bandText = ({ basis, from, to }: QuoteLine['params'], language: Language): string => {
  const low = whole(Number(from), language);
  const high = to === undefined ? null : whole(Number(to), language);
  const units = basis === 'turnover' ? { fr: '€ de chiffre d’affaires', en: '€ of turnover' } : EMPLOYEES;
  const unit = units[language];
  if (language === 'fr') return high === null ? `${low} ${unit} et plus` : `${low} à ${high} ${unit}`;
  return high === null ? `${low} ${unit} or more` : `${low} to ${high} ${unit}`;
};
const EMPLOYEES = { fr: 'salariés', en: 'employees' };

/** French counts nothing in the singular, English in the plural. */
const employees = (count: number, language: Language): string => {
  const one = language === 'fr' ? count < 2 : count === 1;
  return one ? { fr: 'salarié', en: 'employee' }[language] : EMPLOYEES[language];
};

const LINES: Record<QuoteLine['code'], Record<Language, (line: QuoteLine) => string>> = {
  band: {
    fr: ({ params }) => `Cotisation, tranche de ${bandText(params, 'fr')}`,
    en: ({ params }) => `Membership dues, band of ${bandText(params, 'en')}`,
  },
  flat: {
    fr: ({ params }) => `Cotisation, catégorie ${categoryName(params.category, 'fr')}`,
    en: ({ params }) => `Membership dues, category ${categoryName(params.category, 'en')}`,
  },
  'new-company': {
    fr: ({ params }) => `Réduction de ${params.percent} % : entreprise de moins de ${params.years} ans`,
    en: ({ params }) => `Reduction of ${params.percent}%: company less than ${params.years} years old`,
  },
  'mid-year': {
    fr: ({ params }) =>
      `Réduction de ${params.percent} % : adhésion à partir du ${writeMonthDay(String(params.from), 'fr')}`,
    en: ({ params }) => `Reduction of ${params.percent}%: joining from ${writeMonthDay(String(params.from), 'en')} on`,
  },
  minimum: {
    fr: ({ params }) => `Complément au minimum de ${writeCents(Number(params.cents), 'fr')}`,
    en: ({ params }) => `Supplement up to the minimum of ${writeCents(Number(params.cents), 'en')}`,
  },
};

/** Why a line of a quote is there, as a phrase. */
export const quoteLineText = (line: QuoteLine, language: Language): string => LINES[line.code][language](line);

/** What a line is counted from, where that adds to it: `12 salariés en 2025`; null where it does not. */
export const quoteLineBasis = ({ code, params }: QuoteLine, year: number, language: Language): string | null => {
  if (code !== 'band') return null;
  const value = whole(Number(params.value), language);
  const unit = params.basis === 'turnover' ? '€' : employees(Number(params.value), language);
  return language === 'fr' ? `${value} ${unit} en ${year}` : `${value} ${unit} in ${year}`;
};

/** The period dues pay for: `du 05/10/2026 au 31/12/2026`, `from 05/10/2026 to 31/12/2026`. */
export const periodText = ({ from, to }: Quote['period'], language: Language): string =>
  language === 'fr'
    ? `du ${writeDay(from, 'fr')} au ${writeDay(to, 'fr')}`
    : `from ${writeDay(from, 'en')} to ${writeDay(to, 'en')}`;

/**
 * What an invoice says instead of VAT, in the words of the law where it has words (CGI art. 242 nonies A, ann. II); null
 * where VAT is charged. In English too the article of French law stands: it is what makes the mention one.
 */
export const VAT_MENTIONS: Record<VatRegime, Record<Language, string> | null> = {
  'out-of-scope': {
    fr: 'Cotisation hors du champ d’application de la TVA (CGI art. 256)',
    en: 'Dues outside the scope of VAT (CGI art. 256)',
  },
  'exempt-261-7-1a': {
    fr: 'Exonération de TVA, article 261, 7-1° a du CGI',
    en: 'Exempt from VAT, article 261, 7-1° a of the CGI',
  },
  'exempt-261-4-9': {
    fr: 'Exonération de TVA, article 261, 4-9° du CGI',
    en: 'Exempt from VAT, article 261, 4-9° of the CGI',
  },
  'franchise-293b': {
    fr: 'TVA non applicable, article 293 B du CGI',
    en: 'VAT not applicable, article 293 B of the CGI',
  },
  standard: null,
};

/** The mention of a regime; null where VAT is charged. */
export const vatMention = (regime: VatRegime, language: Language): string | null =>
  VAT_MENTIONS[regime]?.[language] ?? null;
