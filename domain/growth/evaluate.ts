import type { GrowthCompany } from './company.ts';
import { JUDGES, type PreparedPolicy, preparePolicy } from './criteria.ts';
import type { CriterionResult, Evaluation, ScreeningResult } from './evaluation.ts';
import { CRITERION_NAMES, type CriterionName, type GrowthPolicy } from './policy.ts';

/** Met decides for a company; near, or a supporting criterion met, puts it before the jury as borderline. */
const resultOf = (criteria: readonly CriterionResult[]): ScreeningResult => {
  let borderline = false;
  for (const { role, verdict } of criteria) {
    if (role === 'decisive' && verdict === 'met') return 'eligible';
    if (verdict === 'met' || (role === 'decisive' && verdict === 'near')) borderline = true;
  }
  return borderline ? 'borderline' : 'not-eligible';
};

/** What a prepared policy says of a company. @param closedYear the last closed year: later figures are left out */
export const evaluatePrepared = (prepared: PreparedPolicy, company: GrowthCompany, closedYear: number): Evaluation => {
  const { policy } = prepared;
  const criteria: CriterionResult[] = [];
  for (const criterion of CRITERION_NAMES) {
    const { role } = policy.criteria[criterion];
    if (role !== 'off') criteria.push({ criterion, role, ...JUDGES[criterion](prepared, { company, closedYear }) });
  }
  return { policyVersion: policy.version, closedYear, result: resultOf(criteria), criteria };
};

/**
 * What a policy says of a company: for each criterion what was measured, against what, and by how much. Pure, and exact:
 * no threshold is compared in decimals.
 * @param closedYear the last closed year: figures of later years are those to date, and left out
 */
export const evaluate = (policy: GrowthPolicy, company: GrowthCompany, closedYear: number): Evaluation =>
  evaluatePrepared(preparePolicy(policy), company, closedYear);

/** The last closed year on a day. @param on ISO 8601 date in Europe/Paris */
export const closedYearOn = (on: string): number => Number(on.slice(0, 4)) - 1;

/** What becomes of a company when one policy takes another's place. */
export type Move = 'enters' | 'leaves' | 'stays-in' | 'stays-out';

/** In are those that come before the jury. */
const isIn = (result: ScreeningResult): boolean => result !== 'not-eligible';

export const moveOf = (before: ScreeningResult, after: ScreeningResult): Move => {
  if (isIn(before)) return isIn(after) ? 'stays-in' : 'leaves';
  return isIn(after) ? 'enters' : 'stays-out';
};

/** The same company under two policies: both evaluations, and the criteria whose verdicts differ. */
export type Comparison = {
  before: Evaluation;
  after: Evaluation;
  move: Move;
  differing: { criterion: CriterionName; before: CriterionResult | null; after: CriterionResult | null }[];
};

export const comparePolicies = (
  before: GrowthPolicy,
  after: GrowthPolicy,
  company: GrowthCompany,
  closedYear: number,
): Comparison => {
  const [old, next] = [evaluate(before, company, closedYear), evaluate(after, company, closedYear)];
  const of = (evaluation: Evaluation, name: CriterionName): CriterionResult | null =>
    evaluation.criteria.find(({ criterion }) => criterion === name) ?? null;
  return {
    before: old,
    after: next,
    move: moveOf(old.result, next.result),
    differing: CRITERION_NAMES.map((criterion) => ({
      criterion,
      before: of(old, criterion),
      after: of(next, criterion),
    })).filter((pair) => pair.before?.verdict !== pair.after?.verdict),
  };
};
