import { Button, Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffInvoiceSummary } from '../../../../domain/contract/dues-responses.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { formatCents } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffList } from '../../api/use-staff-call.ts';
import { LoadMore } from '../../table/load-more.tsx';
import classes from './queue.module.css';

/** An invoice that money may pay. */
export type Candidate = Pick<StaffInvoiceSummary, 'number' | 'companyName' | 'balanceCents'>;

const REST = 300;
const SHORTEST = 2;

/** Finds an invoice that is still owed, by number, company or SIREN. */
export const InvoiceSearch = ({ onPick, onClose }: { onPick: (candidate: Candidate) => void; onClose: () => void }) => {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), REST);
  return (
    <search className={classes.search}>
      <TextInput
        // The person has just asked for it.
        data-autofocus
        autoFocus
        label={t('queue.search')}
        description={t('queue.searchHint')}
        size="sm"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={typed}
        maxLength={80}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {q.length < SHORTEST ? null : <Results q={q} onPick={onPick} />}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconX size={14} aria-hidden="true" />}
        onClick={onClose}
      >
        {t('queue.closeSearch')}
      </Button>
    </search>
  );
};

const Results = ({ q, onPick }: { q: string; onPick: (candidate: Candidate) => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const list = useStaffList('ListInvoices', { q });
  if (list.isPending) return <Loader size="sm" aria-hidden="true" />;
  if (list.isError) {
    return <FailureAlert error={list.error} onRetry={() => void list.refetch()} retrying={list.isRefetching} />;
  }
  const owed = list.data.pages
    .flatMap((page) => page.items)
    .filter(({ kind, balanceCents }) => kind === 'invoice' && balanceCents > 0);
  return (
    <>
      <p role="status" className={classes.small}>
        {t('queue.found', { count: owed.length })}
      </p>
      <ul className={classes.results}>
        {owed.map((invoice) => (
          <li key={invoice.number}>
            <button type="button" className={classes.result} onClick={() => onPick(invoice)}>
              <strong>{invoice.companyName}</strong> · {invoice.number} ·{' '}
              {t('queue.owes', { amount: formatCents(invoice.balanceCents, language) })}
            </button>
          </li>
        ))}
      </ul>
      {/* What is settled is left out: there may be more where a page shows none. */}
      <LoadMore
        label={t('queue.loadMore')}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
};
