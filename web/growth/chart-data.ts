import type { CriterionResult, Point } from '../../domain/growth/evaluation.ts';
import type { CriterionName } from '../../domain/growth/policy.ts';

/** What the chart can show: funds have no growth. */
export const CHART_MEASURES = ['employees', 'turnover'] as const;
export type ChartMeasure = (typeof CHART_MEASURES)[number];

type Known = { year: number; current: { employees: number | null; turnover: number | null } };

/** The way a criterion asks a company to grow: from its start to what it needed at the end. */
export type ThresholdLine = { criterion: CriterionName; from: Point; needed: Point };

/** A year of the chart: what was measured, and where each threshold stood then; null where nothing is known. */
export type ChartRow = {
  year: number;
  measured: number | null;
  thresholds: Partial<Record<CriterionName, number>>;
};

/** The thresholds of one measure that could be worked out. A gazelle's are those of high growth. */
export const linesOf = (criteria: readonly CriterionResult[], measure: ChartMeasure): ThresholdLine[] =>
  criteria.flatMap(({ criterion, measure: of, from, to, needed }) =>
    criterion === 'gazelle' || of !== measure || from === null || to === null || needed === null
      ? []
      : [{ criterion, from, needed: { year: to.year, value: needed } }],
  );

/** Where steady growth from the start to what is needed stands in a year: for the eye, decisions do not rest on it. */
const along = ({ from, needed }: ThresholdLine, year: number): number => {
  if (year === needed.year) return needed.value;
  if (from.value <= 0) return from.value;
  const share = (year - from.year) / (needed.year - from.year);
  return Math.round(from.value * (needed.value / from.value) ** share);
};

/** The chart year by year, from the first known one to the last, without gaps. */
export const chartRows = (
  figures: readonly Known[],
  lines: readonly ThresholdLine[],
  measure: ChartMeasure,
): ChartRow[] => {
  const known = new Map(figures.map(({ year, current }) => [year, current[measure]]));
  const years = [
    ...[...known].flatMap(([year, value]) => (value === null ? [] : [year])),
    ...lines.flatMap(({ from, needed }) => [from.year, needed.year]),
  ];
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, step) => {
    const year = first + step;
    const reached = lines.filter(({ from, needed }) => year >= from.year && year <= needed.year);
    return {
      year,
      measured: known.get(year) ?? null,
      thresholds: Object.fromEntries(reached.map((line) => [line.criterion, along(line, year)])),
    };
  });
};
