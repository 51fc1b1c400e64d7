import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
import { Page } from '../../layout/page.tsx';
import { keepsAccounts } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';
import { BALANCE_PATH, BANK_PATH, CREDITS_PATH, QUEUE_PATH, SCALE_PATH, TREASURY } from './paths.ts';
import classes from './treasury.module.css';

/** A page of the treasury, below the links to the others. */
export const TreasuryPage = ({
  title,
  lead,
  aside,
  children,
}: {
  title: string;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) => (
  <Page width="wide" title={title} lead={lead} aside={aside} above={<Parts />}>
    {children}
  </Page>
);

/** The parts of the treasury that this person may see. */
const Parts = () => {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  const keeper = keepsAccounts(person.groups);
  return (
    <nav className={classes.parts} aria-label={t('treasury.parts')}>
      <Part href={TREASURY} alone>
        {t('treasury.nav.invoices')}
      </Part>
      {keeper && (
        <>
          <Part href={BANK_PATH}>{t('treasury.nav.bank')}</Part>
          <Part href={QUEUE_PATH}>{t('treasury.nav.queue')}</Part>
          <Part href={CREDITS_PATH}>{t('treasury.nav.credits')}</Part>
          <Part href={BALANCE_PATH}>{t('treasury.nav.balance')}</Part>
        </>
      )}
      <Part href={SCALE_PATH}>{t('treasury.nav.scale')}</Part>
    </nav>
  );
};

/** @param alone true for the page that the others are below of; an invoice belongs to it all the same */
const Part = ({ href, alone = false, children }: { href: string; alone?: boolean; children: ReactNode }) => {
  const [exact] = useRoute(href);
  const [below] = useRoute(alone ? `${href}/invoices/*` : `${href}/*`);
  return (
    <Link href={href} className={classes.part} aria-current={exact || below ? 'page' : undefined}>
      {children}
    </Link>
  );
};
