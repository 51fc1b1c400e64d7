import { Badge } from '@mantine/core';
import { STATUS_NAMES } from '../../../domain/directory/labels.ts';
import type { MemberStatus } from '../../../domain/member/status.ts';
import { useLanguage } from '../../i18n/use-language.ts';

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
  const language = useLanguage();
  return (
    <Badge variant="light" miw="max-content" size={size} color={COLORS[status]}>
      {STATUS_NAMES[status][language]}
    </Badge>
  );
};
