import { Alert, Button, CopyButton, Group } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { JOINING_POLICY } from '../../domain/joining/policy.ts';
import { Page } from '../layout/page.tsx';
import classes from './join.module.css';
import { lastSent, pathOfLink } from './sent.ts';

/** The application is in: what comes next, and the private link to keep. */
export const SentPage = () => {
  const { t } = useTranslation();
  const sent = lastSent();
  if (sent === null) return <Redirect to="/join" replace />;
  const days = JOINING_POLICY.days['confirm-email'];
  return (
    <Page title={t('join.sent.title')} lead={t('join.sent.lead', { company: sent.companyName })}>
      <Alert
        role="note"
        color="ochre"
        mb="xl"
        icon={<IconMailOpened aria-hidden="true" />}
        title={t('join.sent.mail.title')}
        styles={{ title: { fontSize: 'var(--mantine-font-size-lg)' } }}
      >
        <p className={classes.text}>
          <Trans
            i18nKey="join.sent.mail.text"
            values={{ email: sent.email, days }}
            components={{ strong: <strong /> }}
            shouldUnescape
          />
        </p>
        {t('join.sent.mail.spam')}
      </Alert>
      <h2 className={classes.sub}>{t('join.sent.link.title')}</h2>
      <p className={classes.text}>{t('join.sent.link.text')}</p>
      <div className={classes.private}>
        <code>{sent.trackingUrl}</code>
      </div>
      <Group mt="md">
        <Button component="a" href={pathOfLink(sent.trackingUrl)}>
          {t('join.sent.link.open')}
        </Button>
        <CopyButton value={sent.trackingUrl}>
          {({ copied, copy }) => (
            <Button variant="outline" onClick={copy}>
              <span role="status">{copied ? t('join.sent.link.copied') : t('join.sent.link.copy')}</span>
            </Button>
          )}
        </CopyButton>
      </Group>
    </Page>
  );
};
