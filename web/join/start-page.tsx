import { Alert, Button, Group, List } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DraftForm } from '../form/use-draft-form.ts';
import { formatMoment } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Page } from '../layout/page.tsx';
import { Contact } from '../settings/contact.tsx';
import { ClearDraft } from './clear-draft.tsx';
import classes from './join.module.css';

/** What to have at hand before the form, and the way back to one already begun. */
export const StartPage = ({ kept }: { kept: DraftForm }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { begun } = kept;
  return (
    <Page title={t('join.start.title')} lead={t('join.start.lead')}>
      {begun ? (
        <Alert
          role="note"
          color="ochre"
          mb="lg"
          icon={<IconDeviceFloppy aria-hidden="true" />}
          title={t('join.start.begun')}
        >
          {kept.restoredAt === null
            ? t('join.start.begunNow')
            : t('join.start.begunAt', { moment: formatMoment(kept.restoredAt, language) })}
          <Group mt="md">
            <Button component={Link} href="/join/company">
              {t('join.start.resume')}
            </Button>
            <ClearDraft onClear={kept.clear} />
          </Group>
        </Alert>
      ) : null}
      <h2 className={classes.sub}>{t('join.start.have.title')}</h2>
      <List spacing="xs" mb="lg">
        <List.Item>{t('join.start.have.siren')}</List.Item>
        <List.Item>{t('join.start.have.activity')}</List.Item>
        <List.Item>{t('join.start.have.figures')}</List.Item>
        <List.Item>{t('join.start.have.email')}</List.Item>
      </List>
      <h2 className={classes.sub}>{t('form.foreign.title')}</h2>
      <p className={classes.text}>
        {t('form.foreign.branch')} {t('form.foreign.none')} <Contact />
      </p>
      {begun ? null : (
        <Button component={Link} href="/join/company" size="lg" mt="md">
          {t('join.start.begin')}
        </Button>
      )}
      <p className={classes.small}>{t('join.start.kept')}</p>
    </Page>
  );
};
