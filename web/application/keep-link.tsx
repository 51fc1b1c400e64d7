import { Button, CopyButton, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './application.module.css';
import { linkAddress } from './link-token.ts';

/** The private link is not in the address bar: here it can be copied, to come back from another device. */
export const KeepLink = ({ token }: { token: string }) => {
  const { t } = useTranslation();
  return (
    <section className={classes.panel}>
      <Title order={2} size="h4">
        {t('application.link.title')}
      </Title>
      <p className={classes.small}>{t('application.link.text')}</p>
      <CopyButton value={linkAddress(token)}>
        {({ copied, copy }) => (
          <Button variant="outline" size="sm" onClick={copy}>
            <span role="status">{copied ? t('join.sent.link.copied') : t('join.sent.link.copy')}</span>
          </Button>
        )}
      </CopyButton>
    </section>
  );
};
