import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { Contact } from '../settings/contact.tsx';
import classes from './application.module.css';
import { Quote } from './quote.tsx';

/** How the application ended without a membership, with its reason, and what is possible now. */
export const Ended = ({ application }: { application: LinkApplication }) => {
  const { t } = useTranslation();
  const { status, refusalComment, expiryReason } = application;
  return (
    <>
      {refusalComment === null ? null : <Quote label={t('application.ended.reason')}>{refusalComment}</Quote>}
      {expiryReason === null ? null : (
        <p className={classes.statusText}>{t(`application.ended.expired.${expiryReason}`)}</p>
      )}
      <p className={classes.statusText}>
        {t('application.ended.questions')} <Contact />
      </p>
      {status === 'duplicate' || status === 'failed' ? null : (
        <Group mt="md">
          <Button component={Link} href="/join" variant="outline">
            {t('application.ended.again')}
          </Button>
        </Group>
      )}
    </>
  );
};
