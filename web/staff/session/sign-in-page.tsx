import { Anchor, Button, Text } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Failure } from '../../api/failure.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { Page } from '../../layout/page.tsx';

/** The door of the console. The form itself is the identity provider's. */
export const SignInPage = ({ signIn }: { signIn: () => Promise<void> }) => {
  const { t } = useTranslation('staff');
  const leaving = useMutation({
    mutationFn: () =>
      signIn().catch((cause: unknown) => {
        throw new Failure('network', null, null, { cause });
      }),
  });
  return (
    <Page title={t('session.signIn.title')} lead={t('session.signIn.lead')}>
      {leaving.isError && <FailureAlert error={leaving.error} onRetry={() => leaving.mutate()} />}
      <Button
        size="lg"
        mt="md"
        leftSection={<IconLogin2 size={20} aria-hidden="true" />}
        loading={leaving.isPending || leaving.isSuccess}
        onClick={() => leaving.mutate()}
      >
        {t('session.signIn.button')}
      </Button>
      <Text mt="xl">
        {t('session.signIn.company')}{' '}
        <Anchor component={Link} href="/link">
          {t('session.signIn.companyLink')}
        </Anchor>
      </Text>
    </Page>
  );
};
