import type { GrowthCompany } from './company.ts';
import { JUDGES, preparePolicy } from './criteria.ts';
import { type Move, moveOf, resultAlone } from './evaluate.ts';
import type { ScreeningResult, Verdict } from './evaluation.ts';
import { CRITERION_NAMES, type CriterionName, type GrowthPolicy } from './policy.ts';

/** Who would enter and who would leave if one policy took another's place. */
export type WhatIf = {
  companies: number;
  /** How many have each result, before and after. */
  before: Record<ScreeningResult, number>;
  after: Record<ScreeningResult, number>;
  /** Ids of those whose result changes, in the order of the companies. */
  changes: { companyId: string; before: ScreeningResult; after: ScreeningResult; move: Move }[];
};

export type WhatIfProgress = { done: number; of: number };

/** Companies between two steps: some milliseconds of work, so that a page stays quick to the touch. */
const CHUNK = 1000;

const none = (): Record<ScreeningResult, number> => ({ eligible: 0, borderline: 0, 'not-eligible': 0 });

/** Criteria that say the same by both policies, whatever the company and the role: most thresholds stay when one moves. */
const sameCriteria = (before: GrowthPolicy, after: GrowthPolicy): ReadonlySet<CriterionName> => {
  if (before.span !== after.span || before.freshness !== after.freshness) return new Set();
  const thresholds = ({ criteria }: GrowthPolicy, name: CriterionName): string => {
    const { role: _, ...rest } = criteria[name];
    return JSON.stringify(rest);
  };
  const unchanged = new Set(CRITERION_NAMES.filter((name) => thresholds(before, name) === thresholds(after, name)));
  // A gazelle is measured by the OECD's thresholds.
  if (!unchanged.has('oecd-employees') || !unchanged.has('oecd-turnover')) unchanged.delete('gazelle');
  return unchanged;
};

/**
 * Compares two policies over many companies, in steps. Whoever runs it decides what happens between two steps (paint,
 * stop, go on); nothing here waits or knows the time, so it runs in a page, in a worker and on a server alike.
 * @yields how far it is, after each chunk
 * @returns who enters and who leaves
 */
export function* whatIf(
  companies: readonly GrowthCompany[],
  before: GrowthPolicy,
  after: GrowthPolicy,
  closedYear: number,
  chunk: number = CHUNK,
): Generator<WhatIfProgress, WhatIf> {
  const [old, next] = [preparePolicy(before), preparePolicy(after)];
  const same = sameCriteria(before, after);
  const found: WhatIf = { companies: companies.length, before: none(), after: none(), changes: [] };
  for (let start = 0; start < companies.length; start += chunk) {
    for (const company of companies.slice(start, start + chunk)) {
      const subject = { company, closedYear };
      const known: Partial<Record<CriterionName, Verdict>> = {};
      const wasVerdict = (name: CriterionName): Verdict => {
        known[name] ??= JUDGES[name](old, subject).verdict;
        return known[name];
      };
      const was = resultAlone(old, wasVerdict);
      const is = resultAlone(next, (name) => (same.has(name) ? wasVerdict(name) : JUDGES[name](next, subject).verdict));
      found.before[was] += 1;
      found.after[is] += 1;
      if (was !== is) {
        found.changes.push({ companyId: company.companyId, before: was, after: is, move: moveOf(was, is) });
      }
    }
    yield { done: Math.min(start + chunk, companies.length), of: companies.length };
  }
  return found;
}

/** Runs a what-if to its end. @param onProgress awaited after each chunk */
export const runWhatIf = async (
  steps: Generator<WhatIfProgress, WhatIf>,
  onProgress: (progress: WhatIfProgress) => void | Promise<void>,
): Promise<WhatIf> => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await onProgress(step.value);
  }
};
