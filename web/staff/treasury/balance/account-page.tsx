import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { InvoiceNumber } from '../../../../domain/invoice/invoice.ts';
import type { Answer } from '../../../api/call.ts';
import { EmptyState } from '../../../feedback/empty-state.tsx';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { formatShortDate } from '../../../format/dates.ts';
import { formatCents } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import own from '../../application/application.module.css';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import { invoiceAddress } from '../paths.ts';
import { TreasuryPage } from '../treasury-page.tsx';

/** The account of one company: every movement, with what it owes after each. */
export default function AccountPage({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('staff');
  const account = useStaffQuery('GetAccountStatement', { params: { id: applicationId } });
  if (account.data !== undefined) return <Loaded account={account.data} />;
  if (account.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('account.title')}
      error={account.error}
      onRetry={() => void account.refetch()}
      retrying={account.isRefetching}
    />
  );
}

const Loaded = ({ account }: { account: Answer<'GetAccountStatement'> }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { companyName, applicationId, items, balanceCents } = account;
  const amount = (cents: number): string => (cents === 0 ? '' : formatCents(cents, language));
  return (
    <TreasuryPage
      title={companyName}
      lead={
        <>
          {t('account.title')} ·{' '}
          {balanceCents < 0
            ? t('account.ahead', { amount: formatCents(-balanceCents, language) })
            : t('account.owes', { amount: formatCents(balanceCents, language) })}
          <br />
          <Anchor component={Link} href={`/staff/applications/${applicationId}`}>
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('invoice.seeFile')}
          </Anchor>
        </>
      }
    >
      {items.length === 0 ? (
        <EmptyState title={t('account.empty.title')}>{t('account.empty.text')}</EmptyState>
      ) : (
        <DataTable
          caption={t('account.table')}
          head={
            <>
              <th scope="col">{t('account.label')}</th>
              <th scope="col">{t('account.date')}</th>
              <th scope="col">{t('account.piece')}</th>
              <th scope="col" className={table.right}>
                {t('account.debit')}
              </th>
              <th scope="col" className={table.right}>
                {t('account.credit')}
              </th>
              <th scope="col" className={table.right}>
                {t('account.balance')}
              </th>
            </>
          }
        >
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an account only grows at its end.
            <tr key={index}>
              <th scope="row">{item.label}</th>
              <td data-label={t('account.date')} className={table.short}>
                {formatShortDate(item.date, language)}
              </td>
              <td data-label={t('account.piece')} className={table.number}>
                <Piece piece={item.piece} />
              </td>
              <td data-label={t('account.debit')} className={`${table.number} ${table.right}`}>
                {amount(item.debitCents)}
              </td>
              <td data-label={t('account.credit')} className={`${table.number} ${table.right}`}>
                {amount(item.creditCents)}
              </td>
              <td data-label={t('account.balance')} className={`${table.number} ${table.right}`}>
                <strong>{formatCents(item.balanceCents, language)}</strong>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </TreasuryPage>
  );
};

/** What proves a movement: a link where it is an invoice or a credit note. */
const Piece = ({ piece }: { piece: string }) =>
  InvoiceNumber.safeParse(piece).success ? (
    <Link className={table.name} href={invoiceAddress(piece)}>
      {piece}
    </Link>
  ) : (
    piece
  );
