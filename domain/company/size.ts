import * as z from 'zod';
import type { YearlyFigures } from '../application/form.ts';

/** Size of an enterprise: recommendation 2003/361/EC, article 2 of its annex; `large` is what is none of the three. */
export const COMPANY_SIZES = ['micro', 'small', 'medium', 'large'] as const;
export const CompanySize = z.enum(COMPANY_SIZES);
export type CompanySize = z.infer<typeof CompanySize>;

/** Each has fewer persons than its ceiling, and at most so many euros of turnover. */
const CEILINGS: readonly { size: CompanySize; below: number; turnover: number }[] = [
  { size: 'micro', below: 10, turnover: 2_000_000 },
  { size: 'small', below: 50, turnover: 10_000_000 },
  { size: 'medium', below: 250, turnover: 50_000_000 },
];

/**
 * The size of a company by the figures of one year. The balance sheet, which may stand in for the turnover, is not
 * known here; nor are the other companies of its group.
 */
export const sizeOf = ({ employees, turnover }: Pick<YearlyFigures, 'employees' | 'turnover'>): CompanySize =>
  CEILINGS.find((ceiling) => employees < ceiling.below && turnover <= ceiling.turnover)?.size ?? 'large';
