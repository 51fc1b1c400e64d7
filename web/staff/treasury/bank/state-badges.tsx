import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BankLineState, BankStatement } from '../../../../domain/contract/dues-responses.ts';

const COLORS: Record<BankLineState, string> = {
  pending: 'gray',
  matched: 'green',
  part: 'ochre',
  over: 'ochre',
  unknown: 'terracotta',
  debit: 'gray',
  'other-currency': 'terracotta',
  reversal: 'red',
  known: 'gray',
  dismissed: 'gray',
};

/** What became of a line of a bank file. */
export const LineBadge = ({ state }: { state: BankLineState }) => {
  const { t } = useTranslation('staff');
  return (
    <Badge variant="light" miw="max-content" size="lg" color={COLORS[state]}>
      {t(`lineState.${state}.name`)}
    </Badge>
  );
};

const STATUS_COLORS: Record<BankStatement['status'], string> = { running: 'ochre', done: 'green', failed: 'red' };

/** How far the lines of a file are. */
export const StatementBadge = ({ status, size = 'lg' }: { status: BankStatement['status']; size?: 'lg' | 'xl' }) => {
  const { t } = useTranslation('staff');
  return (
    <Badge variant="light" miw="max-content" size={size} color={STATUS_COLORS[status]}>
      {t(`bank.progress.${status}`)}
    </Badge>
  );
};
