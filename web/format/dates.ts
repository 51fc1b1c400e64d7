import { LOCALES, withOrdinal } from '../../domain/text/locale.ts';
import type { Language } from '../i18n/language.ts';

const PARIS = 'Europe/Paris';

const write = (format: Intl.DateTimeFormat, at: Date, language: Language): string =>
  withOrdinal(format.format(at), language);

/** Today in Paris, as an ISO 8601 date. */
export const todayInParis = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: PARIS }).format();

/** A day of Paris, in words: `3 mars 2026`. @param instant ISO 8601 instant */
export const formatDay = (instant: string, language: Language): string =>
  write(
    new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: PARIS }),
    new Date(instant),
    language,
  );

/** A moment in Paris: `3 mars 2026 à 14:05`. @param instant ISO 8601 instant */
export const formatMoment = (instant: string, language: Language): string =>
  write(
    new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short', timeZone: PARIS }),
    new Date(instant),
    language,
  );

/** An instant in Paris to the second: `3 mars 2026, 14:05:09`. @param instant ISO 8601 instant */
export const formatInstant = (instant: string, language: Language): string =>
  write(
    new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'medium', timeZone: PARIS }),
    new Date(instant),
    language,
  );

/** The hour in Paris: `14:05`. @param at milliseconds of the epoch */
export const formatTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short', timeZone: PARIS }).format(at);

/** A calendar date, whatever the zone: `1 février 1985`. @param date ISO 8601 date */
export const formatDate = (date: string, language: Language): string =>
  write(
    new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }),
    new Date(`${date}T00:00Z`),
    language,
  );

/** The same in short, for tables: `1 févr. 1985`. @param date ISO 8601 date */
export const formatShortDate = (date: string, language: Language): string =>
  write(
    new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }),
    new Date(`${date}T00:00Z`),
    language,
  );

/** A day of Paris in short, for tables. @param instant ISO 8601 instant */
export const formatShortDay = (instant: string, language: Language): string =>
  write(
    new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: PARIS }),
    new Date(instant),
    language,
  );

const DAY = 86_400_000;

/**
 * How far a due date is, in whole days rounded down: `dans 3 jours`, `aujourd’hui`, `il y a 2 jours`.
 * @param instant ISO 8601 instant
 * @param now milliseconds of the epoch
 */
export const formatDistance = (instant: string, now: number, language: Language): string => {
  const day = (ms: number): number =>
    Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: PARIS }).format(ms)) / DAY;
  return new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }).format(
    day(Date.parse(instant)) - day(now),
    'day',
  );
};
