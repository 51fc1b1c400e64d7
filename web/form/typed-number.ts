import { parseWholeNumber } from '../format/numbers.ts';
import type { Language } from '../i18n/language.ts';

/** A number as it was typed, for a schema to judge: nothing typed is missing, and what is no number stays a text. */
export const typedNumber = (typed: string, language: Language): number | string | undefined => {
  const number = parseWholeNumber(typed, language);
  if (number === null) return undefined;
  return Number.isNaN(number) ? typed : number;
};
