import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { Dialog } from '../../form/dialog.tsx';

/** Asks for what an action needs, and whether it is meant. What was typed stays when it fails. */
export const ActionDialog = ({
  title,
  text,
  confirm,
  danger = false,
  action,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  text: string;
  /** Label of the button that does it. */
  confirm: string;
  danger?: boolean;
  action: { pending: boolean; failure: unknown };
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}) => {
  const { t } = useTranslation('staff');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('treasury.cancel') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{text}</Text>
          {children}
          {action.failure === null ? null : <FailureAlert error={action.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('treasury.cancel')}
            </Button>
            <Button type="submit" color={danger ? 'red' : undefined} loading={action.pending}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
