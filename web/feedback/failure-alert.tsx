import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../api/failure.ts';
import { useFailureText } from './use-failure-text.ts';

/**
 * What went wrong with a call, in words, and what to do: announced when it appears.
 * @param onRetry makes the same call again; offered when the trouble may pass
 * @param children what is particular to this place, after the general advice
 */
export const FailureAlert = ({
  error,
  onRetry,
  retrying = false,
  children,
}: {
  error: unknown;
  onRetry?: () => void;
  retrying?: boolean;
  children?: ReactNode;
}) => {
  const { t } = useTranslation();
  const failure = asFailure(error);
  const { title, detail } = useFailureText()(failure);
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden="true" />} title={title}>
      <Text>{detail}</Text>
      {children}
      {onRetry !== undefined && failure.passing ? (
        <Group mt="sm">
          <Button size="sm" variant="outline" color="red" onClick={onRetry} loading={retrying}>
            {t('feedback.retry')}
          </Button>
        </Group>
      ) : null}
    </Alert>
  );
};
