import * as z from 'zod';
import { line } from '../text/free-text.ts';
import { formatted, typed } from '../text/issue-code.ts';
import { Fraction } from './fraction.ts';

/** What a company's growth is measured by. */
export const CRITERION_NAMES = [
  'oecd-employees',
  'oecd-turnover',
  'eurostat-employees',
  'gazelle',
  'headcount-doubling',
  'young-turnover',
  'young-funds',
] as const;
export const CriterionName = z.enum(CRITERION_NAMES, typed);
export type CriterionName = z.infer<typeof CriterionName>;

/** `decisive`: met, it makes a company eligible; `supporting`: met, it makes it borderline at least; `off`: not asked. */
export const CriterionRole = z.enum(['decisive', 'supporting', 'off'], typed);
export type CriterionRole = z.infer<typeof CriterionRole>;

const count = (max: number) => z.int(typed).min(0, 'number.negative').max(max, 'number.too-big');
const employees = count(1_000_000);
const euros = count(1_000_000_000_000);
const years = z.int(typed).min(1, 'number.too-small').max(100, 'number.too-big');
const role = CriterionRole;

/** Average annual growth from a start of some size. What is `near…` is the least that lies within the jury's discretion. */
const GrowthRule = z.strictObject(
  {
    role,
    /** Growth a year. */
    rate: Fraction,
    /** True when growth must be above the rate, false when the rate itself is enough. */
    strict: z.boolean(typed),
    nearRate: Fraction,
    /** Employees at the start. */
    smallestStart: employees,
    nearStart: employees,
  },
  typed,
);
export type GrowthRule = z.infer<typeof GrowthRule>;

/** Every criterion's thresholds. */
export const GrowthCriteria = z.strictObject(
  {
    /** OECD, Eurostat–OECD Manual on Business Demography Statistics (2007), chapter 8: above 20 % a year, ten at the start. */
    'oecd-employees': GrowthRule,
    'oecd-turnover': GrowthRule,
    /** Commission Implementing Regulation (EU) 439/2014: 10 % a year; sources differ on whether 10 % itself is enough. */
    'eurostat-employees': GrowthRule,
    /** High growth by the OECD's measure, and at most so many years old at the close of the last year. */
    gazelle: z.strictObject({ role, oldest: years }, typed),
    /** Jeune entreprise de croissance (CGI, 44 sexies-0 A): doubled, and ten more, since the third-last close; an SME. */
    'headcount-doubling': z.strictObject(
      {
        role,
        /** Years back from the last close: 2 is the third-last. */
        back: years,
        ratio: Fraction,
        nearRatio: Fraction,
        added: employees,
        nearAdded: employees,
        youngerThan: years,
      },
      typed,
    ),
    /** Young companies by turnover, as the French Tech ranks them. Euros excluding tax. */
    'young-turnover': z.strictObject(
      {
        role,
        rate: Fraction,
        strict: z.boolean(typed),
        nearRate: Fraction,
        smallestEnd: euros,
        nearEnd: euros,
        youngerThan: years,
      },
      typed,
    ),
    /** Young companies by funds raised within the last years, the current one included. Euros. */
    'young-funds': z.strictObject({ role, amount: euros, nearAmount: euros, within: years, youngerThan: years }, typed),
  },
  typed,
);
export type GrowthCriteria = z.infer<typeof GrowthCriteria>;

/** What makes a company eligible: one version of the rule, valid from a day of Europe/Paris on. */
export const GrowthPolicy = z.strictObject(
  {
    version: line(40).regex(/^[\w.-]+$/, 'policy.version'),
    from: z.iso.date(formatted('date')),
    /** Years over which average growth is measured. */
    span: z.int(typed).min(1, 'number.too-small').max(10, 'number.too-big'),
    /** How many closed years the latest figures may be behind. */
    freshness: z.int(typed).min(0, 'number.negative').max(5, 'number.too-big'),
    criteria: GrowthCriteria,
  },
  typed,
);
export type GrowthPolicy = z.infer<typeof GrowthPolicy>;

const fraction = (numerator: number, denominator: number): Fraction => ({ numerator, denominator });

/**
 * The first version: every published definition with its own thresholds. Discretion begins at nine tenths of each: a
 * choice of the cluster, so that the jury sees who narrowly misses.
 */
export const FIRST_GROWTH_POLICY: GrowthPolicy = {
  version: '2026-01',
  from: '2017-01-01',
  span: 3,
  freshness: 1,
  criteria: {
    'oecd-employees': {
      role: 'decisive',
      rate: fraction(1, 5),
      strict: true,
      nearRate: fraction(9, 50),
      smallestStart: 10,
      nearStart: 9,
    },
    'oecd-turnover': {
      role: 'decisive',
      rate: fraction(1, 5),
      strict: true,
      nearRate: fraction(9, 50),
      smallestStart: 10,
      nearStart: 9,
    },
    'eurostat-employees': {
      role: 'supporting',
      rate: fraction(1, 10),
      strict: true,
      nearRate: fraction(9, 100),
      smallestStart: 10,
      nearStart: 9,
    },
    gazelle: { role: 'decisive', oldest: 5 },
    'headcount-doubling': {
      role: 'decisive',
      back: 2,
      ratio: fraction(2, 1),
      nearRatio: fraction(9, 5),
      added: 10,
      nearAdded: 9,
      youngerThan: 8,
    },
    'young-turnover': {
      role: 'decisive',
      rate: fraction(3, 20),
      strict: false,
      nearRate: fraction(27, 200),
      smallestEnd: 1_000_000,
      nearEnd: 900_000,
      youngerThan: 8,
    },
    'young-funds': { role: 'decisive', amount: 1_000_000, nearAmount: 900_000, within: 3, youngerThan: 8 },
  },
};

/**
 * The version in force on a day. A version is never edited once companies were scored by it: a change is a new version
 * with its own day.
 * @param on ISO 8601 date in Europe/Paris
 * @throws RangeError before the first version
 */
export const growthPolicyAt = (on: string, policies: readonly GrowthPolicy[]): GrowthPolicy => {
  const found = policies.filter((policy) => policy.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (found === undefined) throw new RangeError(`No growth policy was in force on ${on}.`);
  return found;
};
