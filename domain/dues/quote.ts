import { Temporal } from 'temporal-polyfill';
import type { YearlyFigures } from '../application/form.ts';
import type { Category } from '../company/category.ts';
import { Amount } from '../money/money.ts';
import type { Band, DuesPolicy } from './policy.ts';
import type { Quote, QuoteLine } from './quote-line.ts';
import { vatOf } from './vat.ts';

/** What dues are worked out from. */
export type QuoteInput = {
  purpose: Quote['purpose'];
  category: Category;
  /** ISO 8601 date. */
  foundedOn: string;
  /** Figures of some years; the latest count. */
  figures: readonly YearlyFigures[];
  /** What the dues pay for, both days of Europe/Paris included: its first day is the day a company joins. */
  period: { from: string; to: string };
};

/**
 * A part of an amount, rounded half up to the cent: 50 % of 0.05 € is 0.03 €. Integers all the way: amounts and
 * percentages are small enough for their product to be exact.
 */
const percentOf = (cents: number, percent: number): number => Math.floor((cents * percent + 50) / 100);

/** The figures of the latest year. @throws RangeError when there are none */
export const latestFigures = (figures: readonly YearlyFigures[]): YearlyFigures => {
  const [latest] = [...figures].sort((a, b) => b.year - a.year);
  if (latest === undefined) throw new RangeError('There are no figures to work dues out from.');
  return latest;
};

const bandOf = (bands: readonly Band[], value: number): Band => {
  const band = bands.find(({ from, to }) => from <= value && (to === null || value <= to));
  if (band === undefined) throw new RangeError(`The scale has no band for ${value}.`);
  return band;
};

/** What a year costs, before any reduction. */
const baseLine = (policy: DuesPolicy, category: Category, figures: YearlyFigures): QuoteLine => {
  const flat = policy.flat[category];
  if (flat !== undefined) return { code: 'flat', params: { category }, cents: flat };
  const value = policy.basis === 'headcount' ? figures.employees : figures.turnover;
  const { from, to, cents } = bandOf(policy.bands, value);
  return {
    code: 'band',
    params: { basis: policy.basis, value, from, ...(to === null ? {} : { to }) },
    cents,
  };
};

/** Tells whether a company is younger than so many years on a day: on the day itself it no longer is. */
const isYounger = (foundedOn: string, years: number, on: string): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(foundedOn).add({ years }), on) > 0;

/** The better of the reductions that a joining company may have; null when it may have none. They do not add up. */
const reductionLine = (policy: DuesPolicy, input: QuoteInput, base: number): QuoteLine | null => {
  if (input.purpose !== 'joining') return null;
  const { newCompany, midYear } = policy.reductions;
  const { from } = input.period;
  const candidates: QuoteLine[] = [];
  if (newCompany !== null && isYounger(input.foundedOn, newCompany.underYears, from)) {
    const { percent, underYears } = newCompany;
    candidates.push({
      code: 'new-company',
      params: { percent, years: underYears, foundedOn: input.foundedOn },
      cents: -percentOf(base, percent),
    });
  }
  if (midYear !== null && from.slice(5) >= midYear.from) {
    const { percent, from: since } = midYear;
    candidates.push({ code: 'mid-year', params: { percent, from: since }, cents: -percentOf(base, percent) });
  }
  // The first of equals: that the company is young says more about it than the day it joins.
  const [best] = candidates.sort((a, b) => a.cents - b.cents);
  return best === undefined || best.cents >= 0 ? null : best;
};

/**
 * What a company owes for a period, line by line: what the scale says, the better reduction, what the minimum adds.
 * Never negative. Each line is rounded half up to the cent, VAT on their sum.
 * @throws RangeError when there are no figures
 */
export const quoteDues = (policy: DuesPolicy, input: QuoteInput): Quote => {
  const figures = latestFigures(input.figures);
  const base = baseLine(policy, input.category, figures);
  const reduction = reductionLine(policy, input, base.cents);
  const reduced = base.cents + (reduction?.cents ?? 0);
  const missing = policy.minimumCents - reduced;
  const minimum: QuoteLine[] =
    missing > 0 ? [{ code: 'minimum', params: { cents: policy.minimumCents }, cents: missing }] : [];
  const lines = [base, ...(reduction === null ? [] : [reduction]), ...minimum];
  const netCents = Amount.parse(lines.reduce((sum, { cents }) => sum + cents, 0));
  const vat = vatOf(policy.vatRegime, netCents);
  return {
    policyVersion: policy.version,
    purpose: input.purpose,
    period: { ...input.period },
    figuresYear: figures.year,
    lines,
    netCents,
    vat,
    totalCents: netCents + vat.cents,
  };
};
