import { useTranslation } from 'react-i18next';
import classes from './layout.module.css';

export const CONTENT_ID = 'content';

/** First stop of the keyboard. It moves the focus by hand: the fragment of the address may hold a private link's token. */
export const SkipLink = () => {
  const { t } = useTranslation();
  return (
    <a
      className={classes.skip}
      href={`#${CONTENT_ID}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(CONTENT_ID)?.focus();
      }}
    >
      {t('layout.skip')}
    </a>
  );
};
