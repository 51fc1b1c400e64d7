import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReceivableStatus } from '../../../../domain/invoice/receivable.ts';

const COLORS: Record<ReceivableStatus, string> = {
  open: 'ochre',
  'part-paid': 'ochre',
  paid: 'green',
  cancelled: 'gray',
  waived: 'gray',
  unpaid: 'red',
};

/** Where an invoice stands; a credit note has no such thing. */
export const InvoiceBadge = ({ status, size = 'lg' }: { status: ReceivableStatus | null; size?: 'lg' | 'xl' }) => {
  const { t } = useTranslation('staff');
  return (
    <Badge variant="light" miw="max-content" size={size} color={status === null ? 'passage' : COLORS[status]}>
      {t(status === null ? 'invoices.creditNote' : `invoices.state.${status}`)}
    </Badge>
  );
};
