import type { CriterionResult } from '../../domain/growth/evaluation.ts';
import { formatEuros, formatNumber } from '../format/numbers.ts';
import type { Language } from '../i18n/language.ts';

export type Measure = CriterionResult['measure'];

/** What was measured, as people read it: a headcount, or an amount of euros. */
export const formatMeasured = (value: number, measure: Measure, language: Language): string =>
  measure === 'employees' ? formatNumber(value, language) : formatEuros(value, language);

/** How far above or below what was needed, with its sign. */
export const formatMargin = (margin: number, measure: Measure, language: Language): string => {
  const size = formatMeasured(Math.abs(margin), measure, language);
  if (margin === 0) return size;
  return margin > 0 ? `+ ${size}` : `− ${size}`;
};
