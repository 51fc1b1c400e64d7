import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { WorkflowExecution } from '../../../domain/contract/responses.ts';
import type { ExecutionRef } from '../../../domain/workflow/execution.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { Dialog } from '../../form/dialog.tsx';
import { FreeText } from '../../form/free-text.tsx';
import { useStaffCall } from '../api/use-staff-call.ts';
import { useKeptDraft } from '../shared/kept-draft.ts';

export type Action = 'redrive' | 'stop';
const ROUTE = { redrive: 'RedriveWorkflowExecution', stop: 'StopWorkflowExecution' } as const;

const Typed = z.object({ reason: z.string() });
const NOTHING = { reason: '' };

/** Asks why, and whether it is meant. Mounted for one action. @param onDone the execution that was stopped or goes on */
export const ActionDialog = ({
  action,
  execution,
  onClose,
  onDone,
}: {
  action: Action;
  execution: WorkflowExecution;
  onClose: () => void;
  onDone: (execution: ExecutionRef) => void;
}) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const { workflow, name, application } = execution;
  const [{ reason }, setTyped, forget] = useKeptDraft(`${action}.${workflow}.${name}`, Typed, NOTHING);
  const [missing, setMissing] = useState(false);
  const act = useMutation({
    mutationFn: () => call(ROUTE[action], { params: { workflow, name }, body: { reason } }),
    onSuccess: (done) => {
      forget();
      onDone(done);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['staff'] }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (act.isPending) return;
    if (reason.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    act.mutate();
  };

  return (
    <Dialog
      onClose={onClose}
      title={t(`executions.${action}.title`)}
      closeButtonProps={{ 'aria-label': t('executions.cancel') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>
            {application === null
              ? t('executions.stop.textAlone')
              : t(`executions.${action}.text`, { company: application.companyName })}
          </Text>
          <FreeText
            ref={field}
            data-autofocus
            label={t('executions.reason')}
            description={t(application === null ? 'executions.reasonHelpAlone' : 'executions.reasonHelp')}
            required
            withAsterisk={false}
            maxLength={500}
            value={reason}
            error={missing ? t('executions.reasonMissing') : undefined}
            onType={(value) => {
              setTyped({ reason: value });
              setMissing(false);
            }}
          />
          {act.isError && <FailureAlert error={act.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('executions.cancel')}
            </Button>
            <Button type="submit" color={action === 'stop' ? 'red' : undefined} loading={act.isPending}>
              {t(`executions.${action}.confirm`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
