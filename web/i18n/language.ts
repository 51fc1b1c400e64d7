import type { Language } from '../../domain/application/form.ts';
import { inStore } from '../store/in-store.ts';

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
export const storedLanguage = (): Language | null => inStore(() => languageOf(localStorage.getItem(KEY)), null);

/** Keeps the reader's choice for their next visit, where the browser lets us. */
export const storeLanguage = (language: Language): void =>
  inStore(() => localStorage.setItem(KEY, language), undefined);

/** The language of what was read last in this tab, or null: a reload, or another page, goes on in it. */
export const suggestedLanguage = (): Language | null => inStore(() => languageOf(sessionStorage.getItem(KEY)), null);

/** Keeps the language of what is read for as long as the tab is open. */
export const storeSuggestion = (language: Language): void =>
  inStore(() => sessionStorage.setItem(KEY, language), undefined);
