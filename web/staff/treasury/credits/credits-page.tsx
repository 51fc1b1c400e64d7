import { Alert, Button, Group } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type * as z from 'zod';
import type { HeldCredit } from '../../../../domain/contract/dues-responses.ts';
import { formatShortDate } from '../../../format/dates.ts';
import { formatCents } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffList } from '../../api/use-staff-call.ts';
import { ListFrame } from '../../applications/list-frame.tsx';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import { accountAddress } from '../paths.ts';
import { TreasuryPage } from '../treasury-page.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { UseDialog } from './use-dialog.tsx';

export type Credit = z.infer<typeof HeldCredit>;
type Asking = { what: 'use' | 'refund'; credit: Credit };

/** What is held for companies that paid more than they owed: to use for another invoice, or to pay back. */
export default function CreditsPage() {
  const { t } = useTranslation('staff');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const list = useStaffList('ListHeldCredits', {});
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const close = (): void => setAsking(null);
  const finish = (what: Asking['what'], credit: Credit): void => {
    close();
    setDone(t(what === 'use' ? 'credits.used' : 'credits.refunded', { company: credit.companyName }));
  };
  return (
    <TreasuryPage title={t('credits.title')} lead={t('credits.lead')}>
      <div role="status">
        {done === null ? null : (
          <Alert color="green" mb="lg" icon={<IconCircleCheck aria-hidden="true" />}>
            {done}
          </Alert>
        )}
      </div>
      <ListFrame
        list={list}
        count={items.length}
        empty={t('credits.empty', { returnObjects: true })}
        more={t('bank.loadMore')}
      >
        <CreditTable items={items} onAsk={setAsking} />
      </ListFrame>
      {asking?.what === 'use' ? (
        <UseDialog credit={asking.credit} onClose={close} onDone={() => finish('use', asking.credit)} />
      ) : null}
      {asking?.what === 'refund' ? (
        <RefundDialog credit={asking.credit} onClose={close} onDone={() => finish('refund', asking.credit)} />
      ) : null}
    </TreasuryPage>
  );
}

const CreditTable = ({ items, onAsk }: { items: readonly Credit[]; onAsk: (asking: Asking) => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <DataTable
      caption={t('credits.title')}
      head={
        <>
          <th scope="col">{t('invoices.company')}</th>
          <th scope="col">{t('credits.receivedOn')}</th>
          <th scope="col" className={table.right}>
            {t('credits.held')}
          </th>
          <th scope="col">{t('credits.actions')}</th>
        </>
      }
    >
      {items.map((credit) => (
        <tr key={credit.paymentId}>
          <th scope="row">
            <Link className={table.name} href={accountAddress(credit.applicationId)}>
              {credit.companyName}
            </Link>
          </th>
          <td data-label={t('credits.receivedOn')} className={table.short}>
            {formatShortDate(credit.receivedOn, language)}
          </td>
          <td data-label={t('credits.held')} className={`${table.number} ${table.right}`}>
            {formatCents(credit.heldCents, language)}
          </td>
          <td>
            <Group gap="xs">
              <Button
                size="compact-md"
                aria-label={t('credits.useOf', { company: credit.companyName })}
                onClick={() => onAsk({ what: 'use', credit })}
              >
                {t('credits.use.button')}
              </Button>
              <Button
                size="compact-md"
                variant="default"
                aria-label={t('credits.refundOf', { company: credit.companyName })}
                onClick={() => onAsk({ what: 'refund', credit })}
              >
                {t('credits.refund.button')}
              </Button>
            </Group>
          </td>
        </tr>
      ))}
    </DataTable>
  );
};
