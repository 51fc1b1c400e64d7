import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { call } from '../api/call.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { useAct } from '../form/use-act.ts';
import classes from './application.module.css';
import { useLookAgain } from './use-application.ts';

type Task = LinkApplication['openTasks'][number];

/** From the mailed link, one button; from any other, where to find that link. */
export const ConfirmEmail = ({
  token,
  application,
  task,
}: {
  token: string;
  application: LinkApplication;
  task: Task;
}) => (task.answerable ? <Confirm token={token} task={task} /> : <LookInMailbox application={application} />);

const Confirm = ({ token, task }: { token: string; task: Task }) => {
  const { t } = useTranslation();
  const lookAgain = useLookAgain(token);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const confirm = useAct({
    act: () => call('AnswerLinkTask', { params: { id: task.taskId }, link: token, idempotencyKey, body: {} }),
    onSettled: lookAgain,
  });
  return (
    <div className={classes.action}>
      <p>{t('application.confirm.text')}</p>
      <Button size="lg" color="terracotta.6" loading={confirm.pending} onClick={confirm.run}>
        {t('application.confirm.button')}
      </Button>
      {confirm.failure === null ? null : (
        <FailureAlert error={confirm.failure} onRetry={confirm.run} retrying={confirm.pending} />
      )}
    </div>
  );
};

const LookInMailbox = ({ application }: { application: LinkApplication }) => {
  const { t } = useTranslation();
  const { siren } = application;
  const { email } = application.form.contact;
  const resend = useAct({ act: () => call('RequestLink', { body: { siren, email } }) });
  return (
    <div className={classes.action}>
      <p>
        <Trans
          i18nKey="application.confirm.mailbox"
          values={{ email }}
          components={{ strong: <strong /> }}
          shouldUnescape
        />
      </p>
      <p>{t('application.confirm.wrong')}</p>
      <Group>
        <Button variant="outline" loading={resend.pending} onClick={resend.run}>
          {t('application.confirm.resend')}
        </Button>
        <Text role="status" size="sm">
          {resend.done ? t('application.confirm.resent') : ''}
        </Text>
      </Group>
      {resend.failure === null ? null : (
        <FailureAlert error={resend.failure} onRetry={resend.run} retrying={resend.pending} />
      )}
    </div>
  );
};
