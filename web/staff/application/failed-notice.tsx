import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffApplication } from '../../../domain/contract/responses.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { useStaffCall } from '../api/use-staff-call.ts';

/** Says that the workflow was interrupted, and restarts it once the person has confirmed. */
export const FailedNotice = ({
  application,
  mayRestart,
  onRestarted,
}: {
  application: StaffApplication;
  mayRestart: boolean;
  onRestarted: () => void;
}) => {
  const { t } = useTranslation('staff');
  const [asking, setAsking] = useState(false);
  const call = useStaffCall();
  const cache = useQueryClient();
  const restart = useMutation({
    mutationFn: () => call('RestartApplication', { params: { id: application.applicationId } }),
    onSuccess: () => {
      setAsking(false);
      onRestarted();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['staff'] }),
  });
  return (
    <>
      <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} title={t('application.failed.title')}>
        <Text>{t('application.failed.text')}</Text>
        {mayRestart &&
          (application.restartable ? (
            <Button
              mt="sm"
              color="red"
              leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}
              onClick={() => setAsking(true)}
            >
              {t('application.failed.restart')}
            </Button>
          ) : (
            <Text mt="sm">{t('application.failed.notRestartable')}</Text>
          ))}
      </Alert>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('application.failed.confirmTitle')}
        closeButtonProps={{ 'aria-label': t('application.failed.cancel') }}
      >
        <Stack>
          <Text>{t('application.failed.confirmText', { company: application.companyName })}</Text>
          {restart.isError && <FailureAlert error={restart.error} />}
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              {t('application.failed.cancel')}
            </Button>
            <Button loading={restart.isPending} onClick={() => restart.mutate()}>
              {t('application.failed.confirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
