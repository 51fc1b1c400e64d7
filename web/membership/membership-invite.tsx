import { Anchor, Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from '../application/application.module.css';
import { DATA_PATH, MEMBERSHIP_PATH } from './paths.ts';

/** The way to a member's own page; for everybody, to what is held of them. */
export const MembershipInvite = ({ isMember }: { isMember: boolean }) => {
  const { t } = useTranslation();
  if (!isMember) {
    return (
      <section className={classes.panel}>
        <Title order={2} size="h4">
          {t('membership.data.title')}
        </Title>
        <p className={classes.small}>{t('membership.data.text')}</p>
        <Anchor component={Link} href={DATA_PATH}>
          {t('membership.data.see')}
        </Anchor>
      </section>
    );
  }
  return (
    <section className={classes.panel}>
      <Title order={2} size="h4">
        {t('membership.title')}
      </Title>
      <p className={classes.small}>{t('membership.invite')}</p>
      <Button component={Link} href={MEMBERSHIP_PATH} size="sm">
        {t('membership.see')}
      </Button>
    </section>
  );
};
