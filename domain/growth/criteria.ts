import type { GrowthCompany } from './company.ts';
import type { Condition, CriterionResult } from './evaluation.ts';
import { compounded, neededFrom, type Ratio, ratioOf } from './fraction.ts';
import {
  atLeast,
  atMost,
  foundationYear,
  isMeasured,
  judged,
  type Measure,
  spanOf,
  thresholdsFrom,
  unknown,
  yearOf,
} from './measure.ts';
import type { CriterionName, GrowthPolicy, GrowthRule } from './policy.ts';

/** A policy with its ratios worked out, once for however many companies. */
export type PreparedPolicy = {
  policy: GrowthPolicy;
  ratios: Record<'oecd-employees' | 'oecd-turnover' | 'eurostat-employees' | 'young-turnover', Ratios>;
  doubling: { ratio: Ratio; near: Ratio };
};
type Ratios = { ratio: Ratio; near: Ratio; strict: boolean };

export const preparePolicy = (policy: GrowthPolicy): PreparedPolicy => {
  const { criteria, span } = policy;
  const ratios = ({ rate, nearRate, strict }: Pick<GrowthRule, 'rate' | 'nearRate' | 'strict'>): Ratios => ({
    ratio: compounded(rate, span),
    near: compounded(nearRate, span),
    strict,
  });
  const doubling = criteria['headcount-doubling'];
  return {
    policy,
    ratios: {
      'oecd-employees': ratios(criteria['oecd-employees']),
      'oecd-turnover': ratios(criteria['oecd-turnover']),
      'eurostat-employees': ratios(criteria['eurostat-employees']),
      'young-turnover': ratios(criteria['young-turnover']),
    },
    doubling: { ratio: ratioOf(doubling.ratio), near: ratioOf(doubling.nearRatio) },
  };
};

/** What the criteria look at: a company at a time. */
type Subject = { company: GrowthCompany; closedYear: number };
type Judge = (prepared: PreparedPolicy, subject: Subject) => Omit<CriterionResult, 'criterion' | 'role'>;

/** Whole years of age at the close of a year. */
const ageAt = (company: GrowthCompany, year: number): number => year - foundationYear(company);

/** Average growth a year over the span, from a start of some size. */
const growth =
  (name: 'oecd-employees' | 'oecd-turnover' | 'eurostat-employees', measure: Measure): Judge =>
  ({ policy, ratios }, { company, closedYear }) => {
    const { smallestStart, nearStart } = policy.criteria[name];
    const span = spanOf(company, measure, { closedYear, back: policy.span, freshness: policy.freshness });
    if (!isMeasured(span)) return { measure, ...unknown(span) };
    const size = measure === 'employees' ? span.from.value : (yearOf(company, span.from.year)?.employees ?? null);
    if (size === null) return { measure, ...unknown({ ...span, case: 'missing-size' }) };
    const conditions = [atLeast('start-size', size, smallestStart, nearStart)];
    return { measure, ...judged(span, thresholdsFrom(span.from.value, ratios[name]), conditions) };
  };

const ORDER = { met: 0, near: 1, 'not-met': 2, unknown: 3 } as const;

/** High growth by the OECD's measure, whichever is the better of the two, of a company still young. */
const gazelle: Judge = (prepared, subject) => {
  const [best] = [byEmployees(prepared, subject), byTurnover(prepared, subject)].sort(
    (a, b) => ORDER[a.verdict] - ORDER[b.verdict],
  );
  if (best === undefined) throw new Error('There are two measures.');
  if (best.to === null || best.verdict === 'unknown') return best;
  const age = atMost('age', ageAt(subject.company, best.to.year), prepared.policy.criteria.gazelle.oldest);
  return { ...best, verdict: age.met ? best.verdict : 'not-met', conditions: [...best.conditions, age] };
};

/** Ceilings of an SME: under 250 people, and at most 50 M€ of turnover (2003/361/EC; balance sheets are not asked for). */
const SME = { employees: 249, turnover: 50_000_000 } as const;

/**
 * Tells whether a company was an SME the year before. It ceases to be one only after two years above the ceilings
 * (2003/361/EC, annex, article 4), so the last year alone never costs it the status.
 */
const smeCondition = (company: GrowthCompany, year: number): Condition[] => {
  const before = yearOf(company, year - 1);
  if (before === undefined || before.employees === null) return [];
  const { employees, turnover } = before;
  return turnover !== null && turnover > SME.turnover
    ? [atMost('sme', turnover, SME.turnover)]
    : [atMost('sme', employees, SME.employees)];
};

/** Headcount doubled, and some more people, of a young SME. */
const doubling: Judge = ({ policy, doubling: { ratio, near } }, { company, closedYear }) => {
  const measure = 'employees';
  const { back, added, nearAdded, youngerThan } = policy.criteria['headcount-doubling'];
  const span = spanOf(company, measure, { closedYear, back, freshness: policy.freshness });
  if (!isMeasured(span)) return { measure, ...unknown(span) };
  const start = span.from.value;
  const needed = Math.max(neededFrom(start, ratio, false), start + added);
  const nearFrom = Math.max(neededFrom(start, near, false), start + nearAdded);
  const conditions = [
    atMost('age', ageAt(company, span.to.year), youngerThan - 1),
    ...smeCondition(company, span.to.year),
  ];
  return { measure, ...judged(span, { needed, nearFrom: Math.min(nearFrom, needed) }, conditions) };
};

/** Growth of turnover of a young company that has reached some size. */
const youngTurnover: Judge = ({ policy, ratios }, { company, closedYear }) => {
  const measure = 'turnover';
  const { smallestEnd, nearEnd, youngerThan } = policy.criteria['young-turnover'];
  const span = spanOf(company, measure, { closedYear, back: policy.span, freshness: policy.freshness });
  if (!isMeasured(span)) return { measure, ...unknown(span) };
  const conditions = [
    atLeast('end-size', span.to.value, smallestEnd, nearEnd),
    atMost('age', ageAt(company, span.to.year), youngerThan - 1),
  ];
  return { measure, ...judged(span, thresholdsFrom(span.from.value, ratios['young-turnover']), conditions) };
};

/** Funds raised within the last closed years and the current one, by a young company. None declared are none. */
const youngFunds: Judge = ({ policy }, { company, closedYear }) => {
  const { amount, nearAmount, within, youngerThan } = policy.criteria['young-funds'];
  const first = closedYear - within + 1;
  const last = closedYear + 1;
  const raised = company.funds
    .filter(({ year }) => year >= first && year <= last)
    .reduce((sum, funds) => sum + funds.amount, 0);
  const span = {
    case: 'measured' as const,
    from: { year: first, value: 0 },
    to: { year: last, value: raised },
    years: [first, last],
  };
  const conditions = [atMost('age', ageAt(company, closedYear), youngerThan - 1)];
  return {
    measure: 'funds',
    ...judged(span, { needed: amount, nearFrom: Math.min(nearAmount, amount) }, conditions),
    from: null,
  };
};

const byEmployees = growth('oecd-employees', 'employees');
const byTurnover = growth('oecd-turnover', 'turnover');

/** How each criterion is judged. */
export const JUDGES: Record<CriterionName, Judge> = {
  'oecd-employees': byEmployees,
  'oecd-turnover': byTurnover,
  'eurostat-employees': growth('eurostat-employees', 'employees'),
  gazelle,
  'headcount-doubling': doubling,
  'young-turnover': youngTurnover,
  'young-funds': youngFunds,
};
