import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { Page } from '../../layout/page.tsx';
import { useSession } from './session-context.ts';

/** Where the identity provider sends the browser back to: takes up its answer and goes on to the page one came from. */
export default function CallbackPage() {
  const { t } = useTranslation('staff');
  const session = useSession();
  const ready = session.status === 'anonymous' || session.status === 'signed-in' ? session : null;
  // An answer is good for one use: the cache makes sure that it is taken up once, however often this renders.
  const finished = useQuery({
    queryKey: ['sign-in-answer', window.location.search],
    queryFn: () => ready?.finishSignIn(window.location.href),
    enabled: ready !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (finished.data !== undefined) return <Redirect to={finished.data} replace />;
  if (session.status === 'unavailable' || finished.isError) {
    return (
      <Page title={t('session.failed.title')} lead={t('session.failed.text')}>
        <Button component="a" href="/staff">
          {t('session.failed.button')}
        </Button>
      </Page>
    );
  }
  return (
    <Page title={t('session.callback.title')}>
      <Loader aria-hidden="true" />
      <p role="status">{t('session.callback.working')}</p>
    </Page>
  );
}
