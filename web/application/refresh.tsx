import { Button, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './application.module.css';

/** When the page was last up to date, and a way to look now. It speaks to nobody: changes of the status do. */
export const Refresh = ({ look }: { look: UseQueryResult }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={classes.refresh}>
      <Text size="sm" c={look.isError ? 'red.7' : 'dimmed'}>
        {look.isError
          ? t('application.refresh.failed')
          : t('application.refresh.at', { time: formatTime(look.dataUpdatedAt, language) })}
      </Text>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconRefresh aria-hidden="true" size={16} />}
        onClick={() => void look.refetch()}
      >
        {t('application.refresh.now')}
      </Button>
    </div>
  );
};
