import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { StaffInvoice } from '../../../../domain/contract/dues-responses.ts';
import { formatDate, formatMoment } from '../../../format/dates.ts';
import { formatCents } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import own from '../../application/application.module.css';
import table from '../../table/table.module.css';
import { invoiceAddress } from '../paths.ts';
import { historyOf, type Incident } from './history.ts';

/** All that came of an invoice, told to staff. */
export const HistoryList = ({ invoice }: { invoice: StaffInvoice }) => {
  const language = useLanguage();
  const tell = useTelling();
  return (
    <ol className={own.timeline} reversed>
      {historyOf(invoice).map((incident, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: written anew at each reading, and it never moves in between.
        <li key={index} data-actor={incident.kind === 'payment' ? 'company' : 'system'}>
          <Text component="span">{tell(incident)}</Text>
          <span className={own.when}>
            <time dateTime={incident.on}>
              {incident.on.length > 10 ? formatMoment(incident.on, language) : formatDate(incident.on, language)}
            </time>
            {incident.kind === 'payment' && incident.by !== null ? ` · ${incident.by}` : ''}
          </span>
          {incident.comment === '' ? null : <blockquote className={own.quote}>{incident.comment}</blockquote>}
        </li>
      ))}
    </ol>
  );
};

const useTelling = () => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  return (incident: Incident) => {
    switch (incident.kind) {
      case 'reminder':
        return t(incident.days < 0 ? 'invoice.did.reminderBefore' : 'invoice.did.reminderAfter', {
          count: Math.abs(incident.days),
        });
      case 'payment': {
        const sentence = t('invoice.did.payment', {
          amount: formatCents(incident.cents, language),
          method: shared(`dues.receipts.method.${incident.method}`),
        });
        return incident.payer === null ? sentence : `${sentence} ${t('invoice.did.payer', { payer: incident.payer })}`;
      }
      case 'reversal':
        return t('invoice.did.reversal', { amount: formatCents(incident.cents, language) });
      case 'credit-note':
        return (
          <>
            {t('invoice.did.creditNote', { amount: formatCents(incident.cents, language) })}{' '}
            <Link className={table.name} href={invoiceAddress(incident.number)}>
              {incident.number}
            </Link>
          </>
        );
      case 'delay-asked':
        return t('invoice.did.delayAsked', { day: formatDate(incident.until, language) });
      case 'formal-notice':
        return t('invoice.did.formalNotice');
      case 'issued':
      case 'due':
        return t('invoice.did.issued');
    }
  };
};
