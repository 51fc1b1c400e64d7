import { useTranslation } from 'react-i18next';
import { DEFAULT_LANGUAGE, type Language, languageOf } from './language.ts';

/** The language the page is in; re-renders the component when it changes. */
export const useLanguage = (): Language => {
  const { i18n } = useTranslation();
  return languageOf(i18n.language) ?? DEFAULT_LANGUAGE;
};
