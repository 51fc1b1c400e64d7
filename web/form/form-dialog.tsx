import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { Dialog } from './dialog.tsx';
import type { Sending } from './use-sending.ts';

/** A short form over the page one is on. What was typed stays when it fails. */
export const FormDialog = ({
  title,
  text,
  confirm,
  danger = false,
  sending,
  body,
  onClose,
  children,
}: {
  title: string;
  text?: string;
  /** Label of the button that sends it. */
  confirm: string;
  danger?: boolean;
  sending: Sending;
  /** What was typed, in the shape of the route's body. */
  body: unknown;
  onClose: () => void;
  children?: ReactNode;
}) => {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('form.close') }}>
      <form ref={sending.form} noValidate onSubmit={sending.submit(body)}>
        <Stack>
          {text === undefined ? null : <Text>{text}</Text>}
          {children}
          {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('growth.cancel')}
            </Button>
            <Button type="submit" color={danger ? 'red' : undefined} loading={sending.pending}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
