import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from './nav-link.tsx';
import { Shell } from './shell.tsx';

/** The frame of the pages that companies see. */
export const PublicShell = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Shell
      nav={
        <>
          <NavLink href="/join">{t('layout.join')}</NavLink>
          <NavLink href="/application">{t('layout.follow')}</NavLink>
        </>
      }
    >
      {children}
    </Shell>
  );
};
