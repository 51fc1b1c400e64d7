import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
import classes from '../../growth/growth.module.css';
import { Page } from '../../layout/page.tsx';
import { isHeadOffice } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';
import { COMPANIES_PATH, GROWTH, JURORS_PATH, POLICY_PATH, PROGRAMME_PATH } from './paths.ts';

/** A page of growth in the console, below the links to the others. */
export const GrowthPage = ({
  title,
  lead,
  aside,
  children,
}: {
  title: string;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) => {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  return (
    <Page
      width="wide"
      title={title}
      lead={lead}
      aside={aside}
      above={
        <nav className={classes.parts} aria-label={t('growth.parts')}>
          <Part href={GROWTH} below={`${GROWTH}/cases/*`}>
            {t('growth.nav.pipeline')}
          </Part>
          <Part href={COMPANIES_PATH}>{t('growth.nav.companies')}</Part>
          <Part href={POLICY_PATH}>{t('growth.nav.policy')}</Part>
          <Part href={PROGRAMME_PATH}>{t('growth.nav.programme')}</Part>
          {isHeadOffice(person.groups) && <Part href={JURORS_PATH}>{t('growth.nav.jurors')}</Part>}
        </nav>
      }
    >
      {children}
    </Page>
  );
};

/** @param below addresses that belong to it, when they are not those under its own */
const Part = ({ href, below, children }: { href: string; below?: string; children: ReactNode }) => {
  const [exact] = useRoute(href);
  const [inside] = useRoute(below ?? `${href}/*`);
  return (
    <Link href={href} className={classes.part} aria-current={exact || inside ? 'page' : undefined}>
      {children}
    </Link>
  );
};
