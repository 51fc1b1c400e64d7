import { Temporal } from 'temporal-polyfill';
import type { Language } from '../application/form.ts';
import { LOCALES, withOrdinal } from '../text/locale.ts';

/** A day in words: `1er mars 2026`, `1 March 2026`. @param day ISO 8601 date @throws RangeError when it is none */
export const writeDay = (day: string, language: Language): string =>
  withOrdinal(Temporal.PlainDate.from(day).toLocaleString(LOCALES[language], { dateStyle: 'long' }), language);
