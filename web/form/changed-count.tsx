import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormExtras } from './form-context.ts';

/** How many fields differ from what was sent. */
export const ChangedCount = () => {
  const { t } = useTranslation();
  const { changed } = useFormExtras();
  return (
    <Text size="sm" role="status">
      {changed === null ? '' : t('form.changedCount', { count: changed.size })}
    </Text>
  );
};
