import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../application/form.ts';
import { LOCALES } from './locale.ts';

// Formats of numbers and days, each made when it is first used and then kept: to make one takes a hundred times as long
// as to use it.

/** A format of the platform's in each language. @param make makes it for a locale */
export const keptByLanguage = <Format>(make: (locale: string) => Format): ((language: Language) => Format) => {
  const made = new Map<Language, Format>();
  return (language) => {
    const format = made.get(language) ?? make(LOCALES[language]);
    made.set(language, format);
    return format;
  };
};

/** How a kind of number is written. */
export const numberWriter = (options: Intl.NumberFormatOptions = {}) => {
  const formatOf = keptByLanguage((locale) => new Intl.NumberFormat(locale, options));
  return (value: number, language: Language): string => formatOf(language).format(value);
};

/** How a day is written. */
export const dayWriter = (options: Intl.DateTimeFormatOptions) => {
  const formatOf = keptByLanguage((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  return (day: Temporal.PlainDate, language: Language): string =>
    formatOf(language).format(day.toZonedDateTime('UTC').epochMilliseconds);
};
