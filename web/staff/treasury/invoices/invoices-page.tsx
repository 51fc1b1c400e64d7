import { NativeSelect, TextInput, Switch as Toggle } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { ReceivableStatus } from '../../../../domain/invoice/receivable.ts';
import { useStaffList } from '../../api/use-staff-call.ts';
import { ListFrame } from '../../applications/list-frame.tsx';
import classes from '../treasury.module.css';
import { TreasuryPage } from '../treasury-page.tsx';
import { type InvoiceFilters, invoiceFiltersFrom, invoiceQueryOf, invoicesAddress } from './filters.ts';
import { InvoiceTable } from './invoice-table.tsx';

/** Invoices and credit notes, the newest first. */
export default function InvoicesPage() {
  const { t } = useTranslation('staff');
  const query = useSearch();
  const [, navigate] = useLocation();
  const filters = useMemo(() => invoiceFiltersFrom(query), [query]);
  const list = useStaffList('ListInvoices', invoiceQueryOf(filters));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(invoiceQueryOf(filters)).length > 0;
  return (
    <TreasuryPage title={t('invoices.title')}>
      <Filters filters={filters} onChange={(next) => navigate(invoicesAddress(next), { replace: true })} />
      <ListFrame
        list={list}
        count={items.length}
        empty={t(filtered ? 'invoices.emptyFiltered' : 'invoices.empty', { returnObjects: true })}
        more={t('invoices.loadMore')}
      >
        <InvoiceTable items={items} caption={t('invoices.table')} />
      </ListFrame>
    </TreasuryPage>
  );
}

/** Milliseconds of rest after a keystroke before the list is asked for. */
const REST = 350;

const Filters = ({ filters, onChange }: { filters: InvoiceFilters; onChange: (filters: InvoiceFilters) => void }) => {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState(filters.q);
  const search = useDebouncedCallback((q: string) => onChange({ ...filters, q }), REST);
  // Back and Forward change the address without the field: it follows, but never while one types.
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(filters.q);
  }, [filters.q]);
  return (
    <search className={classes.filters}>
      <TextInput
        ref={field}
        className={classes.search}
        label={t('invoices.search')}
        placeholder={t('invoices.searchHint')}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        value={typed}
        maxLength={80}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          search(value.trim());
        }}
      />
      <NativeSelect
        label={t('invoices.status')}
        value={filters.status ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filters, status: ReceivableStatus.options.find((status) => status === value) ?? null })
        }
        data={[
          { value: '', label: t('invoices.anyStatus') },
          ...ReceivableStatus.options.map((status) => ({ value: status, label: t(`invoices.state.${status}`) })),
        ]}
      />
      <Toggle
        label={t('invoices.lateOnly')}
        size="md"
        pb={8}
        checked={filters.late}
        onChange={(event) => onChange({ ...filters, late: event.currentTarget.checked })}
      />
    </search>
  );
};
