import type { GrowthCompany } from '../domain/growth/company.ts';
import { evaluate } from '../domain/growth/evaluate.ts';
import { FIRST_GROWTH_POLICY, type GrowthPolicy } from '../domain/growth/policy.ts';
import { runWhatIf, whatIf } from '../domain/growth/what-if.ts';

/** The last closed year of the invented companies. */
const CLOSED = 2025;

/** Numbers that are the same at every run (a linear congruential generator, Numerical Recipes). */
const numbers = () => {
  let state = 1;
  return (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state % below;
  };
};

/** Invented companies: of every age and size, some with a merger, some with funds raised. */
const inventedCompanies = (count: number): GrowthCompany[] => {
  const next = numbers();
  return Array.from({ length: count }, (_, at) => ({
    companyId: String(at),
    foundedOn: `${2005 + next(18)}-03-01`,
    years: [3, 2, 1, 0].map((back) => ({
      year: CLOSED - back,
      employees: 5 + next(60),
      turnover: 100_000 + next(5_000_000),
    })),
    mergers: next(20) === 0 ? [CLOSED - 1] : [],
    funds: next(10) === 0 ? [{ year: CLOSED, amount: next(2_000_000) }] : [],
  }));
};

/** The first policy with one threshold moved, as somebody tries it out before publishing. */
const movedPolicy = (): GrowthPolicy => {
  const policy = structuredClone(FIRST_GROWTH_POLICY);
  policy.criteria['oecd-employees'].rate = { numerator: 3, denominator: 20 };
  policy.criteria['oecd-employees'].nearRate = { numerator: 3, denominator: 20 };
  return policy;
};

/** Companies scored a second, one by one as the workflow does it. */
export const measureScores = (count: number): number => {
  const companies = inventedCompanies(count);
  const start = performance.now();
  for (const company of companies) evaluate(FIRST_GROWTH_POLICY, company, CLOSED);
  return count / ((performance.now() - start) / 1000);
};

/** Seconds a what-if over so many companies takes, how often it tells how far it is, and whom it moves. */
export const measureWhatIf = async (count: number): Promise<{ seconds: number; steps: number; changes: number }> => {
  const companies = inventedCompanies(count);
  let steps = 0;
  const start = performance.now();
  const found = await runWhatIf(whatIf(companies, FIRST_GROWTH_POLICY, movedPolicy(), CLOSED), () => {
    steps += 1;
  });
  return { seconds: (performance.now() - start) / 1000, steps, changes: found.changes.length };
};
