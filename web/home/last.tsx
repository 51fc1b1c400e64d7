import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from './home.module.css';

/** For those who have applied already. */
export const Last = () => {
  const { t } = useTranslation();
  return (
    <section className={classes.last}>
      <div className={classes.lastInner}>
        <div>
          <Title order={2}>{t('home.last.title')}</Title>
          <p className={classes.sectionLead}>{t('home.last.text')}</p>
        </div>
        <div className={classes.heroActions}>
          <Button component={Link} href="/application">
            {t('home.hero.follow')}
          </Button>
          <Button component={Link} href="/link" variant="outline">
            {t('home.last.link')}
          </Button>
        </div>
      </div>
    </section>
  );
};
