import type { Language } from '../application/form.ts';

/** How the platform names the languages. British order for English: the day before the month, as France writes it. */
export const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;

/**
 * French writes the first of a month as an ordinal (`1er mars`), which locale data leaves out.
 * @param date as the platform wrote it, the day first
 */
export const withOrdinal = (date: string, language: Language): string =>
  language === 'fr' ? date.replace(/^1 /, '1er ') : date;
