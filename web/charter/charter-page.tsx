import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CURRENT_CHARTER } from '../../domain/charter/charter.ts';
import { formatDate } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Page } from '../layout/page.tsx';
import classes from './charter.module.css';
import { CharterText } from './charter-text.tsx';

const CharterPage = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { version, publishedOn, texts } = CURRENT_CHARTER;
  return (
    <Page
      title={texts[language].title}
      lead={t('charter.published', { version, date: formatDate(publishedOn, language) })}
    >
      <CharterText level={2} />
      <Button
        className={classes.print}
        variant="outline"
        leftSection={<IconPrinter aria-hidden="true" size={18} />}
        onClick={() => window.print()}
      >
        {t('charter.print')}
      </Button>
    </Page>
  );
};

export default CharterPage;
