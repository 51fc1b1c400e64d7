import * as fc from 'fast-check';
import type { GrowthCompany } from '../../../domain/growth/company.ts';
import { FIRST_GROWTH_POLICY, type GrowthPolicy } from '../../../domain/growth/policy.ts';

/** The last closed year of these tests. */
export const CLOSED = 2025;

/** A company whose headcount, or turnover, went from one value to another over the three years to the last close. */
export const grown = (
  from: number,
  to: number,
  change: Partial<GrowthCompany> & { measure?: 'employees' | 'turnover'; size?: number } = {},
): GrowthCompany => {
  const { measure = 'employees', size = 20, ...rest } = change;
  const year = (at: number, value: number) => ({
    year: at,
    employees: measure === 'employees' ? value : size,
    turnover: measure === 'turnover' ? value : null,
  });
  return {
    companyId: 'c',
    foundedOn: '2010-05-01',
    years: [year(CLOSED - 3, from), year(CLOSED, to)],
    mergers: [],
    funds: [],
    ...rest,
  };
};

/** The first policy, with some of its criteria changed. */
export const policyWith = (change: (policy: GrowthPolicy) => void): GrowthPolicy => {
  const policy = structuredClone(FIRST_GROWTH_POLICY);
  change(policy);
  return policy;
};

const amount = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1_000_000 }));

/** Any company: with gaps, mergers, zero bases and first years. */
export const anyCompany: fc.Arbitrary<GrowthCompany> = fc.record({
  companyId: fc.uuid(),
  foundedOn: fc.integer({ min: 2008, max: 2025 }).map((year) => `${year}-06-15`),
  years: fc.uniqueArray(
    fc.record({
      year: fc.integer({ min: 2019, max: 2026 }),
      employees: fc.option(amount, { freq: 6 }),
      turnover: fc.option(
        amount.map((value) => value * 40),
        { freq: 6 },
      ),
    }),
    { selector: ({ year }) => year, maxLength: 8 },
  ),
  mergers: fc.uniqueArray(fc.integer({ min: 2020, max: 2025 }), { maxLength: 2 }),
  funds: fc.uniqueArray(
    fc.record({ year: fc.integer({ min: 2020, max: 2026 }), amount: fc.integer({ min: 1, max: 3_000_000 }) }),
    { selector: ({ year }) => year, maxLength: 3 },
  ),
});
