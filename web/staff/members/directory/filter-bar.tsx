import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import { CATEGORIES } from '../../../../domain/company/category.ts';
import { COMPANY_SIZES } from '../../../../domain/company/size.ts';
import { DIRECTORY_COLUMNS } from '../../../../domain/directory/column.ts';
import { COLUMN_NAMES, SORTED_BY } from '../../../../domain/directory/columns.ts';
import { DUES_STATES, GROWTH_STATES } from '../../../../domain/directory/entry.ts';
import type { DirectoryFilter } from '../../../../domain/directory/filter.ts';
import { SEARCH_LENGTH } from '../../../../domain/directory/filter.ts';
import {
  CATEGORY_NAMES,
  DUES_NAMES,
  GROWTH_NAMES,
  SIZE_NAMES,
  STATUS_NAMES,
} from '../../../../domain/directory/labels.ts';
import { DirectorySort } from '../../../../domain/directory/order.ts';
import type { DirectoryView } from '../../../../domain/directory/view.ts';
import { MEMBER_STATUSES } from '../../../../domain/member/status.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { antennasOf } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import classes from './directory.module.css';
import { isFiltered } from './view.ts';

/** Milliseconds of rest after a keystroke before the list is asked for. */
const REST = 350;

type Props = {
  view: DirectoryView;
  show: (view: DirectoryView, how?: { replace?: boolean }) => void;
};

/** What narrows the directory. Everything takes effect at once. */
export const FilterBar = ({ view, show }: Props) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const antennas = antennasOf(useSignedIn().person.groups);
  const change = (part: Partial<DirectoryFilter>): void => show({ ...view, filter: { ...view.filter, ...part } });
  const { filter } = view;
  return (
    <search className={classes.filters} aria-label={t('directory.filters')}>
      <Search view={view} show={show} />
      {antennas.length < 2 ? null : (
        <Choice
          label={t('directory.antenna')}
          anyLabel={t('directory.anyAntenna')}
          options={antennas.map((code) => [code, ANTENNA_NAMES[code]])}
          value={filter.antenna}
          onChange={(antenna) => change({ antenna })}
        />
      )}
      <Choice
        label={t('directory.status')}
        anyLabel={t('directory.anyStatus')}
        options={MEMBER_STATUSES.map((one) => [one, STATUS_NAMES[one][language]])}
        value={filter.status}
        onChange={(status) => change({ status })}
      />
      <Choice
        label={t('directory.dues')}
        anyLabel={t('directory.any')}
        options={DUES_STATES.map((one) => [one, DUES_NAMES[one][language]])}
        value={filter.dues}
        onChange={(dues) => change({ dues })}
      />
      <Choice
        label={t('directory.category')}
        anyLabel={t('directory.any')}
        options={CATEGORIES.map((one) => [one, CATEGORY_NAMES[one][language]])}
        value={filter.category}
        onChange={(category) => change({ category })}
      />
      <Choice
        label={t('directory.size')}
        anyLabel={t('directory.any')}
        options={COMPANY_SIZES.map((one) => [one, SIZE_NAMES[one][language]])}
        value={filter.size}
        onChange={(size) => change({ size })}
      />
      <Choice
        label={t('directory.growth')}
        anyLabel={t('directory.any')}
        options={GROWTH_STATES.map((one) => [one, GROWTH_NAMES[one][language]])}
        value={filter.growth}
        onChange={(growth) => change({ growth })}
      />
      <SortChoice view={view} show={show} />
      {isFiltered(view) ? (
        <Button variant="subtle" onClick={() => show({ ...view, filter: {} })}>
          {t('directory.clear')}
        </Button>
      ) : null}
    </search>
  );
};

const Choice = <V extends string>({
  label,
  anyLabel,
  options,
  value,
  onChange,
}: {
  label: string;
  /** What choosing none is called. */
  anyLabel: string;
  options: readonly (readonly [V, string])[];
  value: V | undefined;
  onChange: (value: V | undefined) => void;
}) => (
  <NativeSelect
    className={classes.choice}
    label={label}
    value={value ?? ''}
    onChange={({ currentTarget }) => onChange(options.find(([one]) => one === currentTarget.value)?.[0])}
    data={[{ value: '', label: anyLabel }, ...options.map(([one, name]) => ({ value: one, label: name }))]}
  />
);

/** The order, where there is no heading to press: on a narrow screen. */
const SortChoice = ({ view, show }: Props) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <NativeSelect
      className={`${classes.choice} ${classes.narrowOnly}`}
      label={t('directory.sort')}
      value={view.sort ?? ''}
      onChange={({ currentTarget }) => {
        const sort = DirectorySort.safeParse(currentTarget.value);
        show({ ...view, sort: sort.success ? sort.data : null });
      }}
      data={[
        { value: '', label: t('directory.usualOrder') },
        ...DIRECTORY_COLUMNS.flatMap((column) => {
          const key = SORTED_BY[column];
          const name = COLUMN_NAMES[column][language];
          return key === undefined
            ? []
            : [
                { value: key, label: t('directory.upwards', { name }) },
                { value: `-${key}`, label: t('directory.downwards', { name }) },
              ];
        }),
      ]}
    />
  );
};

const Search = ({ view, show }: Props) => {
  const { t } = useTranslation('staff');
  const now = view.filter.q ?? '';
  const [typed, setTyped] = useState(now);
  const search = useDebouncedCallback(
    (q: string) =>
      show({ ...view, filter: { ...view.filter, q: q.length < SEARCH_LENGTH.min ? undefined : q } }, { replace: true }),
    REST,
  );
  // Back and Forward change the address without the field: it follows, but never while one types.
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(now);
  }, [now]);
  return (
    <TextInput
      ref={field}
      className={classes.search}
      type="search"
      label={t('directory.search')}
      placeholder={t('directory.searchHint')}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      value={typed}
      maxLength={SEARCH_LENGTH.max}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        search(value.trim());
      }}
    />
  );
};
