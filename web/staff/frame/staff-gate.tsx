import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useRoute } from 'wouter';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { Page } from '../../layout/page.tsx';
import { JURY } from '../growth/paths.ts';
import { type Person, seesJoining, sitsOnJury } from '../session/person.ts';
import { useSession } from '../session/session-context.ts';
import { SignInPage } from '../session/sign-in-page.tsx';

/** Lets signed-in staff through; everybody else is told what to do. The API decides again, at each call. */
export const StaffGate = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation('staff');
  const session = useSession();
  switch (session.status) {
    case 'loading':
      return <PageSkeleton />;
    case 'unavailable':
      return (
        <Page title={t('session.settings.title')}>
          <FailureAlert error={session.error} onRetry={session.retry}>
            <Text>{t('session.settings.text')}</Text>
          </FailureAlert>
        </Page>
      );
    case 'anonymous':
      return <SignInPage signIn={session.signIn} />;
    case 'signed-in':
      if (seesJoining(session.person.groups)) return children;
      if (sitsOnJury(session.person.groups)) return <JuryGate {...session}>{children}</JuryGate>;
      return <Forbidden person={session.person} signOut={session.signOut} />;
  }
};

/** Those who sit on the jury and do nothing else here see its pages, and are led there from the door. */
const JuryGate = ({
  person,
  signOut,
  children,
}: {
  person: Person;
  signOut: () => Promise<void>;
  children: ReactNode;
}) => {
  const [door] = useRoute('/staff');
  const [inside] = useRoute(`${JURY}/*?`);
  if (door) return <Redirect to={JURY} replace />;
  return inside ? children : <Forbidden person={person} signOut={signOut} />;
};

const Forbidden = ({ person, signOut }: { person: Person; signOut: () => Promise<void> }) => {
  const { t } = useTranslation('staff');
  const why = person.groups.includes('jury') ? 'jury' : 'forbidden';
  return (
    <Page title={t(`session.${why}.title`)} lead={t(`session.${why}.text`, { name: person.name })}>
      <Group>
        {why === 'jury' ? (
          <Button component={Link} href={JURY}>
            {t('session.jury.candidates')}
          </Button>
        ) : null}
        <Button variant="outline" onClick={() => void signOut()}>
          {t('nav.signOut')}
        </Button>
      </Group>
    </Page>
  );
};
