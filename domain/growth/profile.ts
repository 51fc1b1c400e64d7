import * as z from 'zod';
import type { ApplicationForm } from '../application/form.ts';
import type { RegisterAnswer } from '../register/register.ts';
import { lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import type { GrowthCompany } from './company.ts';
import { declaredFigures, FiguresOfYear, knownYears, withRegister } from './figures.ts';

const inRange = (int: z.ZodInt) => int.min(1900, 'figures.year').max(2200, 'figures.year');
const year = inRange(z.int(typed));
/** One of several in a field: what is no number is no year either. */
const yearOfMany = inRange(z.int('figures.year'));

const oncePerYear = (years: readonly { year: number }[]): number =>
  years.findIndex((one, at) => years.findIndex((other) => other.year === one.year) !== at);

/** What a company tells beside its figures: its file for the jury, and what its figures do not show. */
export const CompanyFile = z
  .strictObject(
    {
      /** What it does, where it wants to go, what it expects of the programme. */
      presentation: lines(6000),
      /** Years in which it took in, or split from, another company. */
      mergers: z.array(yearOfMany, typed).max(20, 'too-many'),
      /** Funds raised (equity) in whole euros, by year. */
      funds: z
        .array(
          z.strictObject(
            { year, amount: z.int(typed).min(1, 'number.too-small').max(1_000_000_000_000, 'number.too-big') },
            typed,
          ),
          typed,
        )
        .max(20, 'too-many'),
    },
    typed,
  )
  .superRefine(({ funds, mergers }, context) => {
    const twice = oncePerYear(funds);
    if (twice >= 0) context.addIssue({ code: 'custom', path: ['funds', twice, 'year'], message: 'figures.twice' });
    const again = oncePerYear(mergers.map((one) => ({ year: one })));
    if (again >= 0) context.addIssue({ code: 'custom', path: ['mergers', again], message: 'figures.twice' });
  });
export type CompanyFile = z.infer<typeof CompanyFile>;

/** What is kept of a member's growth: its figures with their history, its file, its cases. */
export const GrowthProfile = z.object({
  applicationId: z.string(),
  figures: z.array(FiguresOfYear),
  file: CompanyFile,
  /** How many cases there have been, and the one that is open. */
  cases: z.int().nonnegative(),
  openCaseId: z.string().nullable(),
  /** The latest year whose figures a screening took, or passed over; null before the first. */
  screenedYear: z.int().nullable().default(null),
});
export type GrowthProfile = z.infer<typeof GrowthProfile>;

const NO_FILE: CompanyFile = { presentation: '', mergers: [], funds: [] };

/**
 * What is known of a company that said nothing yet beyond its form: its own figures, and the register's for other years.
 * @param at ISO 8601 instant of the form
 */
export const newProfile = (
  applicationId: string,
  { figures }: Pick<ApplicationForm, 'figures'>,
  at: string,
  register: RegisterAnswer | null = null,
): GrowthProfile => ({
  applicationId,
  figures: withRegister(declaredFigures(figures, at), register),
  file: NO_FILE,
  cases: 0,
  openCaseId: null,
  screenedYear: null,
});

/** A profile with nothing in it of the company it was of: another goes on with the membership, and says its own. */
export const profileAnew = <P extends GrowthProfile>(profile: P): P => ({
  ...profile,
  figures: [],
  file: NO_FILE,
  screenedYear: null,
});

/** What the criteria are applied to. */
export const companyOf = (
  { applicationId, figures, file }: Pick<GrowthProfile, 'applicationId' | 'figures' | 'file'>,
  foundedOn: string,
): GrowthCompany => ({
  companyId: applicationId,
  foundedOn,
  years: knownYears(figures),
  mergers: file.mergers,
  funds: file.funds,
});
