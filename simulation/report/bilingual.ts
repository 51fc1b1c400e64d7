import type { Language } from '../../domain/application/form.ts';
import { writeCents } from '../../domain/dues/texts.ts';
import { LOCALES } from '../../domain/text/locale.ts';
import { writeDay } from '../../domain/time/written-day.ts';

/** Something said in both languages; a string alone reads the same in both. */
export type Said = Record<Language, string> | string;

const LANGUAGES = ['fr', 'en'] as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text of one language. */
export const textIn = (said: Said, language: Language): string => (typeof said === 'string' ? said : said[language]);

/** As HTML: both languages, each marked as such; the page shows one. */
export const html = (said: Said): string => {
  if (typeof said === 'string') return escaped(said);
  if (said.fr === said.en) return escaped(said.fr);
  return LANGUAGES.map((language) => `<span lang="${language}">${escaped(said[language])}</span>`).join('');
};

/** As the text of a drawing: both languages in one place. */
export const svgText = (said: Said, attributes: string): string =>
  typeof said === 'string' || said.fr === said.en
    ? `<text ${attributes}>${escaped(textIn(said, 'fr'))}</text>`
    : LANGUAGES.map((language) => `<text lang="${language}" ${attributes}>${escaped(said[language])}</text>`).join('');

/** Made of a text for each language. */
export const both = (write: (language: Language) => string): Record<Language, string> => ({
  fr: write('fr'),
  en: write('en'),
});

export const count = (n: number): Said => both((language) => n.toLocaleString(LOCALES[language]));
export const euros = (cents: number): Said => both((language) => writeCents(cents, language));
/** Without cents, for axes and large sums. */
export const roundEuros = (cents: number): Said =>
  both((language) =>
    (cents / 100).toLocaleString(LOCALES[language], { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
  );
export const share = (ratio: number): Said =>
  both((language) => ratio.toLocaleString(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }));

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
export const day = (on: string): Said => both((language) => writeDay(on, language));
/** @param month `YYYY-MM` */
export const monthName = (month: string): Said =>
  both((language) =>
    utc(`${month}-01`).toLocaleDateString(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  );
export const monthShort = (month: string): Said =>
  both((language) => utc(`${month}-01`).toLocaleDateString(LOCALES[language], { month: 'short', timeZone: 'UTC' }));
