import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MemberStatus } from '../../../domain/member/status.ts';

const COLORS: Record<MemberStatus, string> = {
  active: 'green',
  'to-renew': 'ochre',
  suspended: 'terracotta',
  lapsed: 'gray',
  resigned: 'gray',
  excluded: 'red',
};

/** Where a membership stands. */
export const MemberBadge = ({ status, size = 'lg' }: { status: MemberStatus; size?: 'lg' | 'xl' }) => {
  const { t } = useTranslation('staff');
  return (
    <Badge variant="light" miw="max-content" size={size} color={COLORS[status]}>
      {t(`members.status.${status}`)}
    </Badge>
  );
};
