import { Loader, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { formatDate } from '../../../format/dates.ts';
import { formatCents } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffList } from '../../api/use-staff-call.ts';
import { LoadMore } from '../../table/load-more.tsx';
import { ActionDialog } from '../action-dialog.tsx';
import { useAction } from '../use-action.ts';
import type { Credit } from './credits-page.tsx';

/** Longest text that the list of invoices searches for. */
const LONGEST = 80;

/** Pays an invoice of the same company from what is held. */
export const UseDialog = ({ credit, onClose, onDone }: { credit: Credit; onClose: () => void; onDone: () => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [number, setNumber] = useState('');
  const action = useAction('UseCredit', { id: credit.paymentId }, onDone);
  const list = useStaffList('ListInvoices', { q: credit.companyName.slice(0, LONGEST) });
  const owed = (list.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((invoice) => invoice.applicationId === credit.applicationId && invoice.balanceCents > 0);
  return (
    <ActionDialog
      title={t('credits.use.title')}
      text={t('credits.use.text', {
        company: credit.companyName,
        amount: formatCents(credit.heldCents, language),
      })}
      confirm={t('credits.use.confirm')}
      action={action}
      onClose={onClose}
      onSubmit={() => action.send({ number })}
    >
      {list.isPending ? <Loader size="sm" aria-label={t('credits.use.looking')} /> : null}
      {list.isError ? <FailureAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && owed.length === 0 && !list.hasNextPage ? <Text>{t('credits.use.none')}</Text> : null}
      {owed.length === 0 ? null : (
        <Radio.Group
          label={t('credits.use.which')}
          value={number}
          error={action.errorAt('number') === undefined ? undefined : t('credits.use.choose')}
          onChange={(chosen) => {
            action.drop('number');
            setNumber(chosen);
          }}
        >
          <Stack gap="xs" mt={4}>
            {owed.map((invoice) => (
              <Radio
                key={invoice.number}
                value={invoice.number}
                label={`${invoice.number} · ${t('queue.owes', { amount: formatCents(invoice.balanceCents, language) })}`}
                description={t('credits.use.due', { day: formatDate(invoice.dueOn, language) })}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {/* Others of a like name, and what is settled, are left out: there may be more where a page shows none. */}
      <LoadMore
        label={t('queue.loadMore')}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </ActionDialog>
  );
};
