import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Street } from '../brand/street.tsx';
import classes from './home.module.css';

export const Hero = ({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) => {
  const { t } = useTranslation();
  return (
    <section className={classes.hero}>
      <div className={classes.heroInner}>
        <div className={classes.heroText}>
          <h1 ref={heading} tabIndex={-1} className={classes.heroTitle}>
            {t('home.hero.title')}
          </h1>
          <p className={classes.heroLead}>{t('home.hero.lead')}</p>
          <div className={classes.heroActions}>
            <Button component={Link} href="/join" size="lg" color="ochre.4" autoContrast>
              {t('home.hero.join')}
            </Button>
            <Button component={Link} href="/application" size="lg" variant="outline" color="white">
              {t('home.hero.follow')}
            </Button>
          </div>
        </div>
        <div className={classes.heroStreet}>
          <Street />
        </div>
      </div>
    </section>
  );
};
