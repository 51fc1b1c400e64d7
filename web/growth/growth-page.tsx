import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
import type { LinkGrowth } from '../../domain/contract/growth-responses.ts';
import { Refresh } from '../application/refresh.tsx';
import { Page } from '../layout/page.tsx';
import classes from './growth.module.css';
import { FIGURES_PATH, FILE_PATH, GROWTH_PATH } from './paths.ts';

/** What every page of a company's growth is given. */
export type GrowthProps = { token: string; growth: LinkGrowth; look: UseQueryResult<LinkGrowth> };

/** A page of a company's growth, below the links to the others and to its file. */
export const GrowthPage = ({
  title,
  lead,
  look,
  children,
}: {
  title: string;
  lead: string;
  look: UseQueryResult<LinkGrowth>;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  return (
    <Page
      width="wide"
      title={title}
      lead={lead}
      aside={<Refresh look={look} />}
      above={
        <nav className={classes.parts} aria-label={t('growth.parts')}>
          <Part href="/application">{t('growth.nav.application')}</Part>
          <Part href={GROWTH_PATH}>{t('growth.nav.growth')}</Part>
          <Part href={FIGURES_PATH}>{t('growth.nav.figures')}</Part>
          <Part href={FILE_PATH}>{t('growth.nav.file')}</Part>
        </nav>
      }
    >
      {children}
    </Page>
  );
};

const Part = ({ href, children }: { href: string; children: ReactNode }) => {
  const [here] = useRoute(href);
  return (
    <Link href={href} className={classes.part} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  );
};
