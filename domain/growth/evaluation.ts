import * as z from 'zod';
import { CriterionName, CriterionRole } from './policy.ts';

/** `near`: within the jury's discretion; `unknown`: not measurable, for the reason its case names. */
export const Verdict = z.enum(['met', 'near', 'not-met', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;

/**
 * What kind of case it is. `measured`: an ordinary one. `merger`: measured, but grown by joining another, so at most
 * near. The others are not measurable: `no-figures` at all; `stale`, the latest too old; `missing-start` or
 * `missing-size`, no value for the start year, or no headcount for it; `first-year`, the start is the year of foundation
 * or before; `zero-base`, growth from nothing has no rate.
 */
export const Case = z.enum([
  'measured',
  'merger',
  'no-figures',
  'stale',
  'missing-start',
  'missing-size',
  'first-year',
  'zero-base',
]);
export type Case = z.infer<typeof Case>;

const Point = z.object({ year: z.int(), value: z.int() });
export type Point = z.infer<typeof Point>;

/** A condition beside growth itself: `measured` must be at least, or at most, the limit. */
export const Condition = z.object({
  name: z.enum(['start-size', 'age', 'end-size', 'sme']),
  measured: z.int(),
  limit: z.int(),
  met: z.boolean(),
  /** Within the jury's discretion. */
  near: z.boolean(),
});
export type Condition = z.infer<typeof Condition>;

/** What one criterion says of a company, with everything it rests on. */
export const CriterionResult = z.object({
  criterion: CriterionName,
  role: CriterionRole,
  verdict: Verdict,
  case: Case,
  measure: z.enum(['employees', 'turnover', 'funds']),
  /** Where it started and came to; null where there is nothing to measure, or, for funds, no start. */
  from: Point.nullable(),
  to: Point.nullable(),
  /** The least value that would have met the threshold; null when not measurable. */
  needed: z.int().nullable(),
  /** The least value within the jury's discretion. */
  nearFrom: z.int().nullable(),
  /** How far above what was needed (below: negative), in employees or euros. */
  margin: z.int().nullable(),
  /** Years the result rests on or, where a year is missing, would. */
  years: z.array(z.int()),
  conditions: z.array(Condition),
});
export type CriterionResult = z.infer<typeof CriterionResult>;

export const ScreeningResult = z.enum(['eligible', 'borderline', 'not-eligible']);
export type ScreeningResult = z.infer<typeof ScreeningResult>;

/** What a policy says of a company. */
export const Evaluation = z.object({
  policyVersion: z.string(),
  /** The last closed year at the time. */
  closedYear: z.int(),
  result: ScreeningResult,
  criteria: z.array(CriterionResult),
});
export type Evaluation = z.infer<typeof Evaluation>;
