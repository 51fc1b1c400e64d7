import type { Language } from '../i18n/language.ts';
import { setText } from '../text/french-spacing.ts';

/** A sentence the rules give in both languages, in the reader's, set as French typography asks. */
export const said = (both: Record<Language, string>, language: Language): string =>
  language === 'fr' ? setText(both.fr) : both.en;
