import * as z from 'zod';

/** What is known of one closed year: null what is not. Turnover in whole euros excluding tax. */
export const YearKnown = z.object({
  year: z.int(),
  employees: z.int().nonnegative().nullable(),
  turnover: z.int().nonnegative().nullable(),
});
export type YearKnown = z.infer<typeof YearKnown>;

/** What the criteria are applied to: nothing that tells who the company is, beyond an id. */
export const GrowthCompany = z.object({
  companyId: z.string(),
  /** ISO 8601 date. */
  foundedOn: z.iso.date(),
  /** In any order, each year once. */
  years: z.array(YearKnown),
  /** Years in which the company took in, or split from, another: its figures before and after are not one company's. */
  mergers: z.array(z.int()),
  /** Funds raised (equity), in whole euros, by year. */
  funds: z.array(z.object({ year: z.int(), amount: z.int().nonnegative() })),
});
export type GrowthCompany = z.infer<typeof GrowthCompany>;
