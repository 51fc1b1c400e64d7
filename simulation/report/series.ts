import { Temporal } from 'temporal-polyfill';
import { plusDays } from '../../domain/member/period.ts';

/** The weeks of a play, each by its Monday. */
export const weeksOf = (first: string, last: string): string[] => {
  const { dayOfWeek } = Temporal.PlainDate.from(first);
  const weeks: string[] = [];
  for (let monday = plusDays(first, 1 - dayOfWeek); monday <= last; monday = plusDays(monday, 7)) weeks.push(monday);
  return weeks;
};

/** The months of a play, `YYYY-MM`. */
export const monthsOf = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (
    let month = Temporal.PlainYearMonth.from(first.slice(0, 7));
    month.toString() <= last.slice(0, 7);
    month = month.add({ months: 1 })
  ) {
    months.push(month.toString());
  }
  return months;
};

/** Place of the week that a day is in; the first for what came before. */
export const weekAt = (weeks: readonly string[], on: string): number => {
  const after = weeks.findIndex((monday) => monday > on);
  return Math.max(0, (after === -1 ? weeks.length : after) - 1);
};

/** Sums by week of what facts are worth. */
export const byWeek = <T>(
  weeks: readonly string[],
  facts: readonly T[],
  onOf: (fact: T) => string,
  worth: (fact: T) => number = () => 1,
): number[] => {
  const sums = weeks.map(() => 0);
  for (const fact of facts) {
    const place = weekAt(weeks, onOf(fact));
    sums[place] = (sums[place] ?? 0) + worth(fact);
  }
  return sums;
};

/** Each with all before it. */
export const cumulated = (values: readonly number[]): number[] => {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
};

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
