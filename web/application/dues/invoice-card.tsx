import { Badge, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LinkInvoice } from '../../../domain/contract/dues-responses.ts';
import type { ReceivableStatus } from '../../../domain/invoice/receivable.ts';
import { formatDate } from '../../format/dates.ts';
import { formatCents } from '../../format/money.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Delay } from './delay.tsx';
import { Documents } from './documents.tsx';
import { DueNotice } from './due-notice.tsx';
import classes from './dues-section.module.css';
import { PayByCard } from './pay-by-card.tsx';
import { Receipts } from './receipts.tsx';
import { Transfer } from './transfer.tsx';
import { isOwed } from './use-dues.ts';

const COLORS: Record<ReceivableStatus, string> = {
  open: 'terracotta',
  'part-paid': 'ochre',
  paid: 'green',
  cancelled: 'gray',
  waived: 'gray',
  unpaid: 'red',
};

/** One invoice or credit note: what is left of it, how to pay, what was paid, the documents. */
export const InvoiceCard = ({
  token,
  invoice,
  cardPayment,
}: {
  token: string;
  invoice: LinkInvoice;
  cardPayment: boolean;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number, kind, status, issuedOn, corrects, transfer, totalCents } = invoice;
  const name = t(`dues.invoice.${kind}`, { number });
  const owed = isOwed(invoice);
  return (
    <article className={classes.invoice} data-owed={owed || undefined} aria-label={name}>
      <div className={classes.invoiceTop}>
        <div>
          <Title order={3} size="h4">
            {name}
          </Title>
          <p className={classes.small}>
            {kind === 'credit-note' && corrects !== null
              ? t('dues.invoice.creditIssuedOn', { day: formatDate(issuedOn, language), number: corrects })
              : t('dues.invoice.issuedOn', { day: formatDate(issuedOn, language) })}
          </p>
        </div>
        {status === null ? (
          <strong className={classes.amount}>{formatCents(totalCents, language)}</strong>
        ) : (
          <Badge size="lg" variant="light" color={COLORS[status]}>
            {t(`dues.status.${status}`)}
          </Badge>
        )}
      </div>
      {owed ? <DueNotice invoice={invoice} /> : <Settled invoice={invoice} />}
      {owed && transfer !== null ? <Transfer transfer={transfer} /> : null}
      {owed && cardPayment ? <PayByCard token={token} number={number} /> : null}
      <Receipts receipts={invoice.receipts} />
      <div className={classes.actions}>
        <Documents token={token} number={number} name={name} />
        {owed ? <Delay token={token} invoice={invoice} /> : null}
      </div>
    </article>
  );
};

const Settled = ({ invoice: { status, totalCents } }: { invoice: LinkInvoice }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (status !== 'paid' && status !== 'cancelled' && status !== 'waived') return null;
  return (
    <p className={classes.settled} data-status={status}>
      <IconCircleCheck size={20} aria-hidden="true" />
      <span>
        <strong>{t(`dues.settled.${status}`)}</strong>
        <br />
        {t('dues.invoice.total', { amount: formatCents(totalCents, language) })}
      </span>
    </p>
  );
};
