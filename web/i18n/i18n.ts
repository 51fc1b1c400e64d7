import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../text/en/index.ts';
import { fr } from '../text/fr/index.ts';
import { withFrenchSpacing } from '../text/french-spacing.ts';
import {
  DEFAULT_LANGUAGE,
  type Language,
  storedLanguage,
  storeLanguage,
  storeSuggestion,
  suggestedLanguage,
} from './language.ts';

/**
 * The texts, by namespace, in French: they give the type of every key. A part of the site that brings its own texts
 * (the staff console) adds its namespace here by declaration merging and its words with `addTexts`.
 */
export interface TextResources {
  translation: typeof fr;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: TextResources;
  }
}

const markDocument = (language: string): void => {
  document.documentElement.lang = language;
};

/** Makes the texts ready, in the language chosen last, in that of what was read in this tab, or in French. To be called once, before the first render. */
export const startTexts = (): void => {
  // The resources are in the bundle, so the start is synchronous and nothing waits for this promise.
  void i18next.use(initReactI18next).init({
    lng: storedLanguage() ?? suggestedLanguage() ?? DEFAULT_LANGUAGE,
    fallbackLng: DEFAULT_LANGUAGE,
    resources: { fr: { translation: withFrenchSpacing(fr) }, en: { translation: en } },
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes.
  });
  markDocument(i18next.language);
  i18next.on('languageChanged', markDocument);
};

/** Adds a namespace's words in both languages. */
export const addTexts = (namespace: string, texts: Record<Language, object>): void => {
  i18next.addResourceBundle('fr', namespace, withFrenchSpacing(texts.fr));
  i18next.addResourceBundle('en', namespace, texts.en);
};

/** Changes the language at the reader's wish and keeps it. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  storeLanguage(language);
  await i18next.changeLanguage(language);
};

/** Speaks the language of the application being read, unless the reader has chosen one. */
export const suggestLanguage = async (language: Language): Promise<void> => {
  storeSuggestion(language);
  if (storedLanguage() === null && i18next.language !== language) await i18next.changeLanguage(language);
};
