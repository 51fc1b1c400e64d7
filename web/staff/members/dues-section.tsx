import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MemberDetail } from '../../../domain/contract/directory-responses.ts';
import { formatShortDate } from '../../format/dates.ts';
import { formatCents } from '../../format/money.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Section } from '../shared/section.tsx';
import { DataTable } from '../table/data-table.tsx';
import table from '../table/table.module.css';
import { InvoiceBadge } from '../treasury/invoices/invoice-badge.tsx';
import { accountAddress, invoiceAddress } from '../treasury/paths.ts';
import classes from './members.module.css';

/** What the member owes, and each invoice. */
export const DuesSection = ({ member: { dues, applicationId } }: { member: MemberDetail }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <Section
      title={t('members.dues')}
      aside={
        <Anchor component={Link} href={accountAddress(applicationId)}>
          {t('invoice.seeAccount')}
        </Anchor>
      }
    >
      <dl className={classes.sums}>
        <div>
          <dt>{t('members.balance')}</dt>
          <dd>{formatCents(dues.balanceCents, language)}</dd>
        </div>
        {dues.lateCents === 0 ? null : (
          <div>
            <dt>{t('members.late')}</dt>
            <dd className={classes.late}>{formatCents(dues.lateCents, language)}</dd>
          </div>
        )}
      </dl>
      {dues.invoices.length === 0 ? (
        <Text c="dimmed">{t('members.noInvoice')}</Text>
      ) : (
        <DataTable
          inset
          caption={t('members.invoices')}
          head={
            <>
              <th scope="col">{t('invoices.number')}</th>
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
          {dues.invoices.map((invoice) => (
            <tr key={invoice.number}>
              <th scope="row">
                <Link className={table.name} href={invoiceAddress(invoice.number)}>
                  {invoice.number}
                </Link>
              </th>
              <td data-label={t('invoices.due')} className={table.short}>
                {formatShortDate(invoice.dueOn, language)}
              </td>
              <td data-label={t('invoices.total')} className={`${table.number} ${table.right}`}>
                {formatCents(invoice.totalCents, language)}
              </td>
              <td data-label={t('invoices.balance')} className={`${table.number} ${table.right}`}>
                {formatCents(invoice.balanceCents, language)}
              </td>
              <td data-label={t('invoices.status')}>
                <InvoiceBadge status={invoice.status} />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
};
