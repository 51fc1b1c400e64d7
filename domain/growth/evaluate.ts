import type { GrowthCompany } from './company.ts';
import { JUDGES, type PreparedPolicy, preparePolicy } from './criteria.ts';
import type { CriterionResult, Evaluation, ScreeningResult } from './evaluation.ts';
import { CRITERION_NAMES, type CriterionName, type GrowthPolicy } from './policy.ts';

/** Policies with their ratios worked out, for as long as somebody holds the policy. */
const PREPARED = new WeakMap<GrowthPolicy, PreparedPolicy>();

const prepared = (policy: GrowthPolicy): PreparedPolicy => {
  const known = PREPARED.get(policy) ?? preparePolicy(policy);
  PREPARED.set(policy, known);
  return known;
};

/** What a prepared policy says of a company. @param closedYear the last closed year: later figures are left out */
const evaluatePrepared = (ready: PreparedPolicy, company: GrowthCompany, closedYear: number): Evaluation => {
  const { policy } = ready;
  const criteria: CriterionResult[] = [];
  for (const criterion of CRITERION_NAMES) {
    const { role } = policy.criteria[criterion];
    if (role !== 'off') criteria.push({ criterion, role, ...JUDGES[criterion](ready, { company, closedYear }) });
  }
  const result = resultAlone(
    ready,
    (name) => criteria.find(({ criterion }) => criterion === name)?.verdict ?? 'unknown',
  );
  return { policyVersion: policy.version, closedYear, result, criteria };
};

/**
 * The result by the verdicts of the criteria. Met decides for a company; near, or a supporting criterion met, puts it
 * before the jury as borderline. It stops at the first decisive criterion that is met.
 * @param judge what a criterion's verdict is: whoever compares two policies need not judge twice what is the same in both
 */
export const resultAlone = (
  { policy }: PreparedPolicy,
  judge: (criterion: CriterionName) => CriterionResult['verdict'],
): ScreeningResult => {
  let borderline = false;
  for (const criterion of CRITERION_NAMES) {
    const { role } = policy.criteria[criterion];
    if (role === 'off') continue;
    const verdict = judge(criterion);
    if (role === 'decisive' && verdict === 'met') return 'eligible';
    if (verdict === 'met' || (role === 'decisive' && verdict === 'near')) borderline = true;
  }
  return borderline ? 'borderline' : 'not-eligible';
};

/**
 * What a policy says of a company: for each criterion what was measured, against what, and by how much. Pure, and exact:
 * no threshold is compared in decimals.
 * @param closedYear the last closed year: figures of later years are those to date, and left out
 */
export const evaluate = (policy: GrowthPolicy, company: GrowthCompany, closedYear: number): Evaluation =>
  evaluatePrepared(prepared(policy), company, closedYear);

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
