import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatCompanyNumber } from '../../../../domain/company/identity.ts';
import type { StaffInvoiceSummary } from '../../../../domain/contract/dues-responses.ts';
import { formatShortDate } from '../../../format/dates.ts';
import { formatCents } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import { invoiceAddress } from '../paths.ts';
import classes from '../treasury.module.css';
import { InvoiceBadge } from './invoice-badge.tsx';
import { isLate, useToday } from './use-late.ts';

/** Invoices as lines of a table. */
export const InvoiceTable = ({ items, caption }: { items: readonly StaffInvoiceSummary[]; caption: string }) => {
  const { t } = useTranslation('staff');
  return (
    <DataTable
      caption={caption}
      head={
        <>
          <th scope="col">{t('invoices.company')}</th>
          <th scope="col">{t('invoices.number')}</th>
          <th scope="col">{t('invoices.issued')}</th>
          <th scope="col">{t('invoices.due')}</th>
          <th scope="col" className={table.right}>
            {t('invoices.total')}
          </th>
          <th scope="col" className={table.right}>
            {t('invoices.balance')}
          </th>
          <th scope="col">{t('invoices.status')}</th>
        </>
      }
    >
      {items.map((item) => (
        <Row key={item.number} item={item} />
      ))}
    </DataTable>
  );
};

const Row = ({ item }: { item: StaffInvoiceSummary }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const late = isLate(item, useToday());
  return (
    <tr>
      <th scope="row">
        <Link className={table.name} href={invoiceAddress(item.number)}>
          {item.companyName}
        </Link>
        <span className={table.sub}>
          <span className={table.number}>{formatCompanyNumber(item.siren)}</span>
          {item.memberNumber === null ? '' : ` · ${item.memberNumber}`}
        </span>
      </th>
      <td data-label={t('invoices.number')} className={table.number}>
        {item.number}
      </td>
      <td data-label={t('invoices.issued')} className={table.short}>
        {formatShortDate(item.issuedOn, language)}
      </td>
      <td data-label={t('invoices.due')} className={table.short}>
        {item.status === null ? (
          '–'
        ) : (
          <span className={late ? classes.late : undefined}>
            {formatShortDate(item.dueOn, language)}
            {late ? ` (${t('invoices.late')})` : ''}
          </span>
        )}
      </td>
      <td data-label={t('invoices.total')} className={`${table.number} ${table.right}`}>
        {formatCents(item.totalCents, language)}
      </td>
      <td data-label={t('invoices.balance')} className={`${table.number} ${table.right}`}>
        {item.status === null ? '–' : formatCents(item.balanceCents, language)}
      </td>
      <td data-label={t('invoices.status')}>
        <span className={table.badges}>
          <InvoiceBadge status={item.status} />
          {item.delayAsked ? (
            <Badge variant="light" miw="max-content" size="lg" color="terracotta">
              {t('invoices.delayAsked')}
            </Badge>
          ) : null}
        </span>
      </td>
    </tr>
  );
};
