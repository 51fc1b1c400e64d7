import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../layout/page.tsx';

/** Nothing to show without a link that works: why, and how to get one. */
export const NoLink = ({ reason }: { reason: 'none' | 'invalid-link' | 'expired-link' }) => {
  const { t } = useTranslation();
  return (
    <Page title={t(`application.noLink.${reason}.title`)} lead={t(`application.noLink.${reason}.lead`)}>
      <Group>
        <Button component={Link} href="/link">
          {t('application.noLink.ask')}
        </Button>
        <Button component={Link} href="/join" variant="outline">
          {t('application.noLink.join')}
        </Button>
      </Group>
    </Page>
  );
};
