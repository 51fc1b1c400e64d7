import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { call } from '../api/call.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
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
  const confirm = useMutation({
    mutationFn: () => call('AnswerLinkTask', { params: { id: task.taskId }, link: token, idempotencyKey, body: {} }),
    onSettled: lookAgain,
  });
  return (
    <div className={classes.action}>
      <p>{t('application.confirm.text')}</p>
      <Button size="lg" color="terracotta.6" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('application.confirm.button')}
      </Button>
      {confirm.isError ? (
        <FailureAlert error={confirm.error} onRetry={() => confirm.mutate()} retrying={confirm.isPending} />
      ) : null}
    </div>
  );
};

const LookInMailbox = ({ application }: { application: LinkApplication }) => {
  const { t } = useTranslation();
  const { siren } = application;
  const { email } = application.form.contact;
  const resend = useMutation({ mutationFn: () => call('RequestLink', { body: { siren, email } }) });
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
      <Group>
        <Button variant="outline" loading={resend.isPending} onClick={() => resend.mutate()}>
          {t('application.confirm.resend')}
        </Button>
        <Text role="status" size="sm">
          {resend.isSuccess ? t('application.confirm.resent') : ''}
        </Text>
      </Group>
      {resend.isError ? (
        <FailureAlert error={resend.error} onRetry={() => resend.mutate()} retrying={resend.isPending} />
      ) : null}
    </div>
  );
};
