import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { GROWTH_PATH } from '../growth/paths.ts';
import classes from './application.module.css';

/** The way to a member's growth; when the jury asks something, that first. */
export const GrowthInvite = ({ application }: { application: LinkApplication }) => {
  const { t } = useTranslation();
  const { memberNumber, openTasks } = application;
  if (memberNumber === null) return null;
  const asked = openTasks.some(({ kind }) => kind === 'provide-more' || kind === 'appeal-decision');
  return (
    <section className={classes.panel}>
      <Title order={2} size="h4">
        {t(asked ? 'growth.invite.asked' : 'growth.invite.title')}
      </Title>
      <p className={classes.small}>{t('growth.invite.text')}</p>
      <Button
        component={Link}
        href={GROWTH_PATH}
        size="sm"
        variant={asked ? 'filled' : 'outline'}
        color={asked ? 'terracotta.6' : undefined}
      >
        {t(asked ? 'growth.invite.answer' : 'growth.invite.see')}
      </Button>
    </section>
  );
};
