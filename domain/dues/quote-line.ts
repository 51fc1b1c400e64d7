import * as z from 'zod';
import { Amount, Cents } from '../money/money.ts';
import { VatRegime } from './policy.ts';

/** Why a line of a quote is there; its sentence in each language is made from the code and the parameters. */
export const QuoteLineCode = z.enum(['band', 'flat', 'new-company', 'mid-year', 'minimum']);

/** One line of a quote: what the scale says, then each reduction (negative), then what the minimum adds. */
export const QuoteLine = z.object({
  code: QuoteLineCode,
  /** Inputs and thresholds, such as `{basis: 'headcount', value: 12, from: 10, to: 19}` or `{percent: 50, years: 2}`. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Excluding tax. */
  cents: Cents,
});
export type QuoteLine = z.infer<typeof QuoteLine>;

/** What a company owes for a period, explained. */
export const Quote = z.object({
  policyVersion: z.string(),
  purpose: z.enum(['joining', 'renewal']),
  /** Both days included, in Europe/Paris. */
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  /** The year of the figures it rests on. */
  figuresYear: z.int(),
  lines: z.array(QuoteLine).min(1),
  netCents: Amount,
  vat: z.object({ regime: VatRegime, rateBasisPoints: z.int().min(0), cents: Amount }),
  totalCents: Amount,
});
export type Quote = z.infer<typeof Quote>;
