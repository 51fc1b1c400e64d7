import { Alert, Button, Group, List, Stack } from '@mantine/core';
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, useFocusBack } from '../../../form/dialog.tsx';
import { FormDialog } from '../../../form/form-dialog.tsx';
import type { Sending } from '../../../form/use-sending.ts';
import classes from './lifecycle.module.css';

/**
 * A change to a membership: its fields, what follows from it, and once it is done what did follow.
 * @param follows what follows from what is typed, in sentences; none while that is not known
 * @param done what did, once it is made; null before
 */
export const LifecycleDialog = ({
  title,
  text,
  confirm,
  danger,
  sending,
  body,
  follows,
  done,
  onClose,
  children,
}: {
  title: string;
  text?: string;
  confirm: string;
  danger?: boolean;
  sending: Sending;
  body: unknown;
  follows: readonly string[];
  done: readonly string[] | null;
  onClose: () => void;
  children?: ReactNode;
}) => {
  const { t } = useTranslation('staff');
  // Of two windows, one after the other.
  useFocusBack();
  if (done !== null) {
    return (
      <Dialog onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('lifecycle.close') }}>
        <Stack>
          <Alert role="status" color="green" icon={<IconCircleCheck aria-hidden="true" />} title={t('lifecycle.done')}>
            {done.length === 0 ? t('lifecycle.nothing') : <Sentences texts={done} />}
          </Alert>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('lifecycle.close')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={title}
      {...(text === undefined ? {} : { text })}
      confirm={confirm}
      danger={danger === true}
      sending={sending}
      body={body}
      onClose={onClose}
    >
      {children}
      <div className={classes.follows} aria-live="polite">
        <h3>{t('lifecycle.follows')}</h3>
        {follows.length === 0 ? <p>{t('lifecycle.unknown')}</p> : <Sentences texts={follows} />}
      </div>
    </FormDialog>
  );
};

const Sentences = ({ texts }: { texts: readonly string[] }) => (
  <List spacing={4} size="sm" icon={<IconArrowRight size={14} aria-hidden="true" className={classes.arrow} />}>
    {texts.map((text) => (
      <List.Item key={text}>{text}</List.Item>
    ))}
  </List>
);
