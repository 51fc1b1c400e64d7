import type { GrowthCompany, YearKnown } from './company.ts';
import type { Case, Condition, CriterionResult, Point, Verdict } from './evaluation.ts';
import { neededFrom, type Ratio } from './fraction.ts';

// How a criterion is measured: from where to where, and how what was measured becomes a verdict.

export type Measure = 'employees' | 'turnover';

/** The year a company was founded in: it counts for no growth. */
export const foundationYear = ({ foundedOn }: Pick<GrowthCompany, 'foundedOn'>): number =>
  Number(foundedOn.slice(0, 4));

export const yearOf = ({ years }: GrowthCompany, year: number): YearKnown | undefined =>
  years.find((known) => known.year === year);

/** The latest closed year a measure is known for; null when there is none. */
const latest = ({ years }: GrowthCompany, measure: Measure, closedYear: number): Point | null => {
  let found: Point | null = null;
  for (const known of years) {
    const value = known[measure];
    if (value === null || known.year > closedYear) continue;
    if (found === null || known.year > found.year) found = { year: known.year, value };
  }
  return found;
};

export type Span = {
  case: Case;
  from: Point | null;
  to: Point | null;
  years: number[];
};

const unmeasured = (named: Case, years: number[], to: Point | null = null, from: Point | null = null): Span => ({
  case: named,
  from,
  to,
  years,
});

/**
 * The years growth is measured over: from `back` years before the latest closed year there are figures for, to it.
 * @param freshness how many years the latest figures may be behind the last closed year
 */
export const spanOf = (
  company: GrowthCompany,
  measure: Measure,
  { closedYear, back, freshness }: { closedYear: number; back: number; freshness: number },
): Span => {
  const to = latest(company, measure, closedYear);
  if (to === null) return unmeasured('no-figures', [closedYear - back, closedYear]);
  if (closedYear - to.year > freshness) return unmeasured('stale', [closedYear], to);
  const start = to.year - back;
  const years = [start, to.year];
  if (start <= foundationYear(company)) return unmeasured('first-year', years, to);
  const value = yearOf(company, start)?.[measure] ?? null;
  if (value === null) return unmeasured('missing-start', years, to);
  const from = { year: start, value };
  if (value === 0) return unmeasured('zero-base', years, to, from);
  const merged = company.mergers.some((year) => year > start && year <= to.year);
  return { case: merged ? 'merger' : 'measured', from, to, years };
};

/** Tells whether a span has something to measure. */
export const isMeasured = (span: Span): span is Span & { from: Point; to: Point } =>
  span.case === 'measured' || span.case === 'merger';

export const atLeast = (name: Condition['name'], measured: number, limit: number, nearLimit: number): Condition => ({
  name,
  measured,
  limit,
  met: measured >= limit,
  near: measured >= nearLimit,
});

export const atMost = (name: Condition['name'], measured: number, limit: number): Condition => ({
  name,
  measured,
  limit,
  met: measured <= limit,
  near: measured <= limit,
});

/** The verdict of a value against the least it had to be, under conditions. Growth by merger is at most near. */
export const verdictOf = (
  value: number,
  { needed, nearFrom }: { needed: number; nearFrom: number },
  conditions: readonly Condition[],
  merged: boolean,
): Verdict => {
  if (value >= needed && conditions.every(({ met }) => met)) return merged ? 'near' : 'met';
  return value >= nearFrom && conditions.every(({ met, near }) => met || near) ? 'near' : 'not-met';
};

type Judged = Pick<
  CriterionResult,
  'verdict' | 'case' | 'from' | 'to' | 'needed' | 'nearFrom' | 'margin' | 'years' | 'conditions'
>;

/** What cannot be measured, and why. */
export const unknown = (span: Span, conditions: Condition[] = []): Judged => ({
  verdict: 'unknown',
  case: span.case,
  from: span.from,
  to: span.to,
  needed: null,
  nearFrom: null,
  margin: null,
  years: span.years,
  conditions,
});

/** What was measured over a span, against the ratio its start had to be multiplied by. */
export const judged = (
  span: Span & { from: Point; to: Point },
  { needed, nearFrom }: { needed: number; nearFrom: number },
  conditions: Condition[],
): Judged => ({
  verdict: verdictOf(span.to.value, { needed, nearFrom }, conditions, span.case === 'merger'),
  case: span.case,
  from: span.from,
  to: span.to,
  needed,
  nearFrom,
  margin: span.to.value - needed,
  years: span.years,
  conditions,
});

/** What a start had to grow to, and from where on it is within the jury's discretion, which has no strictness. */
export const thresholdsFrom = (
  start: number,
  { ratio, near, strict }: { ratio: Ratio; near: Ratio; strict: boolean },
): { needed: number; nearFrom: number } => {
  const needed = neededFrom(start, ratio, strict);
  return { needed, nearFrom: Math.min(needed, neededFrom(start, near, false)) };
};
