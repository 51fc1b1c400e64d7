import type { YearlyFigures } from '../application/form.ts';
import type { FieldError } from '../errors.ts';

/** The figures with those of one year put in or in the place of what was known of it; ten years at most, the latest. */
export const withFigures = (figures: readonly YearlyFigures[], year: YearlyFigures): YearlyFigures[] =>
  [...figures.filter((known) => known.year !== year.year), year].sort((a, b) => a.year - b.year).slice(-10);

export const sameFigures = (a: YearlyFigures | undefined, b: YearlyFigures): boolean =>
  a !== undefined && a.employees === b.employees && a.turnover === b.turnover;

/** What is wrong with figures, given the company and the day: of a year to come, or before it was founded. */
export const checkFigures = (figures: YearlyFigures, foundedOn: string, today: string): FieldError[] => {
  const thisYear = Number(today.slice(0, 4));
  return [
    ...(figures.year > thisYear ? [{ path: 'figures.year', code: 'figures.future', params: { year: thisYear } }] : []),
    ...(figures.year < Number(foundedOn.slice(0, 4))
      ? [{ path: 'figures.year', code: 'figures.before-foundation' }]
      : []),
  ];
};
