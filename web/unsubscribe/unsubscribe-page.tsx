import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { useAct } from '../form/use-act.ts';
import { Page } from '../layout/page.tsx';

/**
 * Ends the messages to members, without signing in. Opening the page does nothing: mail filters open every link. Only the
 * button does, and what was pressed by mistake is taken back.
 */
export default function UnsubscribePage({ token }: { token: string }) {
  const { t } = useTranslation();
  const [subscribed, setSubscribed] = useState(true);
  const act = useAct({
    act: () => (subscribed ? call('Unsubscribe', { params: { token } }) : call('Resubscribe', { params: { token } })),
    onSuccess: (answer) => setSubscribed(answer.subscribed),
  });
  return (
    <Page title={t('unsubscribe.title')} lead={t(subscribed ? 'unsubscribe.lead' : 'unsubscribe.done')}>
      <Text mb="lg">{t('unsubscribe.others')}</Text>
      <Button variant={subscribed ? 'filled' : 'outline'} loading={act.pending} onClick={act.run}>
        {t(subscribed ? 'unsubscribe.button' : 'unsubscribe.back')}
      </Button>
      <span role="status">
        {act.done && !act.pending ? t(subscribed ? 'unsubscribe.again' : 'unsubscribe.said') : ''}
      </span>
      {act.failure === null ? null : <FailureAlert error={act.failure} />}
    </Page>
  );
}
