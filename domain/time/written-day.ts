import { Temporal } from 'temporal-polyfill';
import type { Language } from '../application/form.ts';
import { dayWriter } from '../text/formats.ts';
import { withOrdinal } from '../text/locale.ts';

const inWords = dayWriter({ dateStyle: 'long' });

/** A day in words: `1er mars 2026`, `1 March 2026`. @param day ISO 8601 date @throws RangeError when it is none */
export const writeDay = (day: string, language: Language): string =>
  withOrdinal(inWords(Temporal.PlainDate.from(day), language), language);
