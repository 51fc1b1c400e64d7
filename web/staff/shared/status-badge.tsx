import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApplicationStatus } from '../../../domain/application/status.ts';

const COLORS: Record<ApplicationStatus, string> = {
  received: 'gray',
  'confirming-email': 'gray',
  'assigning-antenna': 'ochre',
  'in-review': 'ochre',
  'changes-requested': 'terracotta',
  approved: 'green',
  'awaiting-payment': 'ochre',
  admitted: 'green',
  refused: 'red',
  withdrawn: 'gray',
  expired: 'gray',
  duplicate: 'gray',
  failed: 'red',
};

/** Where an application stands. A failure stands out: somebody has to do something about it. */
export const StatusBadge = ({ status, size = 'lg' }: { status: ApplicationStatus; size?: 'lg' | 'xl' }) => {
  const { t } = useTranslation('staff');
  const failed = status === 'failed';
  return (
    <Badge
      size={size}
      color={COLORS[status]}
      variant={failed ? 'filled' : 'light'}
      leftSection={failed ? <IconAlertTriangle size={14} aria-hidden="true" /> : undefined}
    >
      {t(`status.${status}`)}
    </Badge>
  );
};
