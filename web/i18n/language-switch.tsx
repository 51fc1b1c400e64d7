import { useTranslation } from 'react-i18next';
import { chooseLanguage } from './i18n.ts';
import { LANGUAGE_NAMES, LANGUAGES } from './language.ts';
import classes from './language-switch.module.css';
import { useLanguage } from './use-language.ts';

/** FR or EN, each named in its own language. */
export const LanguageSwitch = () => {
  const { t } = useTranslation();
  const current = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are two buttons.
    <div role="group" aria-label={t('layout.language')} className={classes.switch}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes.choice}
          aria-pressed={language === current}
          aria-label={`${language.toUpperCase()} – ${LANGUAGE_NAMES[language]}`}
          onClick={() => void chooseLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
};
