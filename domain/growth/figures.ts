import * as z from 'zod';
import type { YearlyFigures } from '../application/form.ts';
import type { FieldError } from '../errors.ts';
import { formatBand, headcountBand, inBand } from '../register/headcount.ts';
import type { RegisterAnswer } from '../register/register.ts';
import { Actor } from '../task/task.ts';
import type { YearKnown } from './company.ts';

/** Where figures come from: the company said so, the register did, or staff checked them against accounts. */
export const FigureOrigin = z.enum(['declared', 'register', 'checked']);
export type FigureOrigin = z.infer<typeof FigureOrigin>;

/** What was said of a year once. Turnover in whole euros excluding tax; null what is not known. */
export const FigureEntry = z.object({
  employees: z.int().nonnegative().nullable(),
  turnover: z.int().nonnegative().nullable(),
  origin: FigureOrigin,
  at: z.iso.datetime(),
  by: Actor,
  /** Why it was corrected, or what it was checked against. */
  comment: z.string(),
});
export type FigureEntry = z.infer<typeof FigureEntry>;

/** A year with what stands now and everything that stood before, the oldest first. */
export const FiguresOfYear = z.object({
  year: z.int(),
  current: FigureEntry,
  history: z.array(FigureEntry),
});
export type FiguresOfYear = z.infer<typeof FiguresOfYear>;

type Figures = readonly FiguresOfYear[];

const byYear = (a: FiguresOfYear, b: FiguresOfYear): number => a.year - b.year;
const sameValues = (a: FigureEntry, b: FigureEntry): boolean =>
  a.employees === b.employees && a.turnover === b.turnover;

/** The figures of a form, as the company declared them. */
export const declaredFigures = (figures: readonly YearlyFigures[], at: string): FiguresOfYear[] =>
  figures
    .map(({ year, employees, turnover }) => ({
      year,
      current: {
        employees,
        turnover,
        origin: 'declared' as const,
        at,
        by: { kind: 'company' as const },
        comment: '',
      },
      history: [],
    }))
    .sort(byYear);

/**
 * What the register adds to figures: the turnover of published accounts, for years of which nobody has said anything.
 * Its headcounts are bands, which no growth can be measured by. What was declared stands, and is compared.
 */
export const withRegister = (figures: Figures, register: RegisterAnswer | null): FiguresOfYear[] => {
  if (register === null || register.result !== 'found') return [...figures];
  const { checkedAt: at, entry } = register;
  const added = (entry.turnovers ?? [])
    .filter(({ year }) => !figures.some((known) => known.year === year))
    .map(({ year, turnover }) => ({
      year,
      current: {
        employees: null,
        turnover,
        origin: 'register' as const,
        at,
        by: { kind: 'system' as const },
        comment: '',
      },
      history: [],
    }));
  return [...figures, ...added].sort(byYear);
};

/**
 * What is wrong with figures of a year as such: before the company was, or in a year that has not begun.
 * @param facts.today ISO 8601 date in Europe/Paris
 */
export const yearFaults = (year: number, facts: { foundedOn: string; today: string }): FieldError[] => {
  const thisYear = Number(facts.today.slice(0, 4));
  if (year > thisYear) return [{ path: 'year', code: 'figures.future', params: { year: thisYear } }];
  return year < Number(facts.foundedOn.slice(0, 4)) ? [{ path: 'year', code: 'figures.before-foundation' }] : [];
};

/** A year more. @returns what is wrong when the year is there already: it is corrected, never given twice */
export const addYear = (
  figures: Figures,
  year: number,
  entry: FigureEntry,
): { figures: FiguresOfYear[] } | { errors: FieldError[] } =>
  figures.some((known) => known.year === year)
    ? { errors: [{ path: 'year', code: 'figures.year-known', params: { year } }] }
    : { figures: [...figures, { year, current: entry, history: [] }].sort(byYear) };

/**
 * Other figures for a year that is there; what stood is kept. Staff who check the figures as they stand change where
 * they come from; a company that corrects checked figures makes them declared again.
 * @returns null when there is no such year; the same figures when nothing would change
 */
export const reviseYear = (figures: Figures, year: number, entry: FigureEntry): FiguresOfYear[] | null => {
  const known = figures.find((one) => one.year === year);
  if (known === undefined) return null;
  if (sameValues(known.current, entry) && (known.current.origin === entry.origin || entry.origin === 'declared')) {
    return [...figures];
  }
  const revised = { year, current: entry, history: [...known.history, known.current] };
  return figures.map((one) => (one.year === year ? revised : one));
};

/** What was said of a year, be it new or known: new it is added, known it is revised. */
export const takeYear = (figures: Figures, year: number, entry: FigureEntry): FiguresOfYear[] => {
  const added = addYear(figures, year, entry);
  return 'figures' in added ? added.figures : (reviseYear(figures, year, entry) ?? [...figures]);
};

/** The figures as the criteria take them. */
export const knownYears = (figures: Figures): YearKnown[] =>
  figures.map(({ year, current: { employees, turnover } }) => ({ year, employees, turnover }));

/** A year whose headcount lies outside the band the register gives for it. Flagged, never refused: registers lag. */
export type Contradiction = { year: number; employees: number; band: string };

export const contradictions = (figures: Figures, register: RegisterAnswer | null): Contradiction[] => {
  if (register === null || register.result !== 'found') return [];
  const band = headcountBand(register.entry.headcountBand);
  if (band === null) return [];
  return figures.flatMap(({ year, current: { employees, origin } }) =>
    String(year) === register.entry.headcountYear &&
    employees !== null &&
    origin !== 'checked' &&
    !inBand(employees, band)
      ? [{ year, employees, band: formatBand(band) }]
      : [],
  );
};
