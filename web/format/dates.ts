import { keptByLanguage } from '../../domain/text/formats.ts';
import { withOrdinal } from '../../domain/text/locale.ts';
import type { Language } from '../i18n/language.ts';

const PARIS = 'Europe/Paris';

/** The calendar date in Paris as ISO 8601 writes it. */
const inParis = new Intl.DateTimeFormat('en-CA', { timeZone: PARIS });

const writer = (options: Intl.DateTimeFormatOptions): ((at: Date | number, language: Language) => string) => {
  const formatOf = keptByLanguage((locale) => new Intl.DateTimeFormat(locale, options));
  return (at, language) => withOrdinal(formatOf(language).format(at), language);
};
const writeDay = writer({ dateStyle: 'long', timeZone: PARIS });
const writeShortDay = writer({ dateStyle: 'medium', timeZone: PARIS });
const writeMoment = writer({ dateStyle: 'long', timeStyle: 'short', timeZone: PARIS });
const writeInstant = writer({ dateStyle: 'medium', timeStyle: 'medium', timeZone: PARIS });
const writeTime = writer({ timeStyle: 'short', timeZone: PARIS });
const writeDate = writer({ dateStyle: 'long', timeZone: 'UTC' });
const writeShortDate = writer({ dateStyle: 'medium', timeZone: 'UTC' });
const relativeOf = keptByLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** Today in Paris, as an ISO 8601 date. */
export const todayInParis = (): string => inParis.format();

/** A day of Paris, in words: `3 mars 2026`. @param instant ISO 8601 instant */
export const formatDay = (instant: string, language: Language): string => writeDay(new Date(instant), language);

/** The hour as French writes it, and our mails: `8 h 05`, where the platform has `08:05`. Its spaces do not break. */
const withHour = (written: string, language: Language): string =>
  language === 'fr' ? written.replace(/0?(\d{1,2}):(\d{2})/, '$1\u00a0h\u00a0$2') : written;

/** A moment in Paris: `3 mars 2026 à 14 h 05`. @param instant ISO 8601 instant */
export const formatMoment = (instant: string, language: Language): string =>
  withHour(writeMoment(new Date(instant), language), language);

/** An instant in Paris to the second: `3 mars 2026, 14:05:09`. @param instant ISO 8601 instant */
export const formatInstant = (instant: string, language: Language): string => writeInstant(new Date(instant), language);

/** The hour in Paris: `14 h 05`. @param at milliseconds of the epoch */
export const formatTime = (at: number, language: Language): string => withHour(writeTime(at, language), language);

/** Tells whether a text is a date that can be shown: a date field lets through years of five digits. */
export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A calendar date, whatever the zone: `1 février 1985`. @param date ISO 8601 date */
export const formatDate = (date: string, language: Language): string => writeDate(new Date(`${date}T00:00Z`), language);

/** The same in short, for tables: `1 févr. 1985`. @param date ISO 8601 date */
export const formatShortDate = (date: string, language: Language): string =>
  writeShortDate(new Date(`${date}T00:00Z`), language);

/** A day of Paris in short, for tables. @param instant ISO 8601 instant */
export const formatShortDay = (instant: string, language: Language): string =>
  writeShortDay(new Date(instant), language);

const DAY = 86_400_000;

/**
 * How far a due date is, in whole days rounded down: `dans 3 jours`, `aujourd’hui`, `il y a 2 jours`.
 * @param instant ISO 8601 instant
 * @param now milliseconds of the epoch
 */
export const formatDistance = (instant: string, now: number, language: Language): string => {
  const day = (ms: number): number => Date.parse(inParis.format(ms)) / DAY;
  return relativeOf(language).format(day(Date.parse(instant)) - day(now), 'day');
};
