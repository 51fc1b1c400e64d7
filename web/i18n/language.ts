import type { Language } from '../../domain/application/form.ts';

export type { Language };

/** Every language the pages speak, the default first. */
export const LANGUAGES = ['fr', 'en'] as const satisfies readonly Language[];
export const DEFAULT_LANGUAGE: Language = 'fr';

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', en: 'English' };

const KEY = 'traboule.language';

/** Reads a language tag that came from elsewhere; null when it is none of ours. */
export const languageOf = (tag: string | null): Language | null =>
  LANGUAGES.find((language) => language === tag) ?? null;

/** The language the reader chose on this device, or null when they never chose or the store is shut to us. */
export const storedLanguage = (): Language | null => {
  try {
    return languageOf(localStorage.getItem(KEY));
  } catch (error) {
    if (error instanceof DOMException) return null; // A browser may refuse its store to any page.
    throw error;
  }
};

/** Keeps the reader's choice for their next visit, where the browser lets us. */
export const storeLanguage = (language: Language): void => {
  try {
    localStorage.setItem(KEY, language);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // Full or refused: the choice holds until the page is left.
  }
};
