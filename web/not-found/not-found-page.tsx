import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../layout/page.tsx';

const NotFoundPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.lead')}>
      <Button component={Link} href="/">
        {t('notFound.home')}
      </Button>
    </Page>
  );
};

export default NotFoundPage;
