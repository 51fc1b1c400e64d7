import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { useAct } from '../../../form/use-act.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';

/** Removes a contact, once it is asked whether that is meant. */
export const RemoveContact = ({ number, contactId, name }: { number: string; contactId: string; name: string }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useAct({
    act: () => call('RemoveMemberContact', { params: { id: number, contactId } }),
    onSuccess: () => setAsking(false),
    onSettled: () => cache.invalidateQueries({ queryKey: ['staff'] }),
  });
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        aria-label={t('contacts.removeOf', { name })}
        onClick={() => setAsking(true)}
      >
        {t('contacts.remove')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('contacts.removeOf', { name })}
        closeButtonProps={{ 'aria-label': t('treasury.cancel') }}
      >
        <Stack>
          <Text>{t('contacts.removeText')}</Text>
          {remove.failure === null ? null : <FailureAlert error={remove.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('treasury.cancel')}
            </Button>
            <Button color="red" loading={remove.pending} onClick={remove.run}>
              {t('contacts.remove')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
