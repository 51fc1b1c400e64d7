import { Button, Group, Modal, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import classes from './application.module.css';
import { useLookAgain } from './use-application.ts';

/** The applicant may withdraw at any moment while it lives; they say so twice. */
export const Withdraw = ({ token, companyName }: { token: string; companyName: string }) => {
  const { t } = useTranslation();
  const lookAgain = useLookAgain(token);
  const [open, { open: ask, close }] = useDisclosure(false);
  const withdraw = useMutation({
    mutationFn: () => call('WithdrawApplication', { link: token }),
    onSuccess: async () => {
      close();
      await lookAgain();
    },
  });
  return (
    <section className={classes.panel}>
      <Title order={2} size="h4">
        {t('application.withdraw.title')}
      </Title>
      <p className={classes.small}>{t('application.withdraw.text')}</p>
      <Button variant="outline" color="red" size="sm" onClick={ask}>
        {t('application.withdraw.button')}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={t('application.withdraw.ask')}
        closeButtonProps={{ 'aria-label': t('form.close') }}
      >
        <Text>{t('application.withdraw.consequence', { company: companyName })}</Text>
        {withdraw.isError ? <FailureAlert error={withdraw.error} /> : null}
        <Group mt="lg">
          <Button color="red" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('application.withdraw.confirm')}
          </Button>
          <Button variant="outline" onClick={close}>
            {t('application.withdraw.cancel')}
          </Button>
        </Group>
      </Modal>
    </section>
  );
};
