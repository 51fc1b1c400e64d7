import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Logo } from '../brand/logo.tsx';
import { ErrorBoundary } from '../feedback/error-boundary.tsx';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { Footer } from './footer.tsx';
import classes from './layout.module.css';
import { OfflineNotice } from './offline-notice.tsx';
import { CONTENT_ID, SkipLink } from './skip-link.tsx';

/**
 * The frame of every page: skip link, header with navigation and languages, content, footer.
 * @param nav links of this part of the site
 * @param actions what stands beside the language switch, such as the account of a signed-in person
 */
export const Shell = ({ nav, actions, children }: { nav?: ReactNode; actions?: ReactNode; children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <div className={classes.shell}>
      <SkipLink />
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link href="/" className={classes.home} aria-label={t('layout.home')}>
            <Logo />
          </Link>
          {nav === undefined ? null : (
            <nav className={classes.nav} aria-label={t('layout.nav')}>
              {nav}
            </nav>
          )}
          <div className={classes.tools}>
            {actions}
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <OfflineNotice />
      <main id={CONTENT_ID} tabIndex={-1} className={classes.main}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </main>
      <Footer />
    </div>
  );
};
