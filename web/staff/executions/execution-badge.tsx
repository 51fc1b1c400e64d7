import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ExecutionStatus, FAILED_STATUSES } from '../../../domain/workflow/execution.ts';

const COLORS: Record<ExecutionStatus, string> = {
  RUNNING: 'ochre',
  SUCCEEDED: 'green',
  FAILED: 'red',
  TIMED_OUT: 'red',
  ABORTED: 'red',
  PENDING_REDRIVE: 'ochre',
};

/** Where an execution stands. One that did not end as written stands out. */
export const ExecutionBadge = ({ status, size = 'lg' }: { status: ExecutionStatus; size?: 'lg' | 'xl' }) => {
  const { t } = useTranslation('staff');
  const failed = FAILED_STATUSES.some((each) => each === status);
  return (
    <Badge
      size={size}
      color={COLORS[status]}
      variant={failed ? 'filled' : 'light'}
      leftSection={failed ? <IconAlertTriangle size={14} aria-hidden="true" /> : undefined}
    >
      {t(`executionStatus.${status}`)}
    </Badge>
  );
};
