import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from '../../layout/nav-link.tsx';
import { Shell } from '../../layout/shell.tsx';
import { GROWTH, JURY } from '../growth/paths.ts';
import { answersTasks, isHeadOffice, seesJoining, sitsOnJury } from '../session/person.ts';
import { useSession } from '../session/session-context.ts';
import { TREASURY } from '../treasury/paths.ts';
import { AccountMenu } from './account-menu.tsx';
import { ExpiredDialog } from './expired-dialog.tsx';

/** The frame of the console: its navigation, and the account of the signed-in person. */
export const StaffShell = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation('staff');
  const session = useSession();
  const signedIn = session.status === 'signed-in' ? session : null;
  return (
    <Shell
      nav={
        signedIn === null ? undefined : seesJoining(signedIn.person.groups) ? (
          <>
            {answersTasks(signedIn.person.groups) && (
              <NavLink href="/staff" alone>
                {t('nav.inbox')}
              </NavLink>
            )}
            <NavLink href="/staff/applications">{t('nav.applications')}</NavLink>
            <NavLink href="/staff/members">{t('nav.members')}</NavLink>
            <NavLink href={TREASURY}>{t('nav.treasury')}</NavLink>
            <NavLink href={GROWTH}>{t('nav.growth')}</NavLink>
            {sitsOnJury(signedIn.person.groups) && <NavLink href={JURY}>{t('nav.jury')}</NavLink>}
            {isHeadOffice(signedIn.person.groups) && <NavLink href="/staff/workflows">{t('nav.workflows')}</NavLink>}
          </>
        ) : sitsOnJury(signedIn.person.groups) ? (
          <NavLink href={JURY}>{t('nav.jury')}</NavLink>
        ) : undefined
      }
      actions={signedIn === null ? null : <AccountMenu person={signedIn.person} signOut={signedIn.signOut} />}
    >
      {children}
      {signedIn?.expired === true && <ExpiredDialog signIn={signedIn.signIn} />}
    </Shell>
  );
};
