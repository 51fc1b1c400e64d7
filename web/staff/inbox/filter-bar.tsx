import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES, type AntennaCode } from '../../../domain/antenna/antenna.ts';
import { type InboxFilters, type kindsFor, NO_FILTERS, narrows, SORTS, URGENCIES } from './filters.ts';
import classes from './inbox.module.css';

type Props = {
  filters: InboxFilters;
  /** The antennas the person sees; with one alone there is nothing to choose. */
  antennas: readonly AntennaCode[];
  /** The kinds of tasks that this person may be asked to answer. */
  kinds: ReturnType<typeof kindsFor>;
  onChange: (filters: InboxFilters) => void;
  searchRef: Ref<HTMLInputElement>;
};

/** What narrows and orders the inbox. Everything takes effect at once. */
export const FilterBar = ({ filters, antennas, kinds, onChange, searchRef }: Props) => {
  const { t } = useTranslation('staff');
  return (
    <search className={classes.filters} aria-label={t('inbox.filter.label')}>
      <TextInput
        ref={searchRef}
        className={classes.search}
        type="search"
        label={t('inbox.filter.text')}
        placeholder={t('inbox.filter.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        maxLength={100}
        value={filters.text}
        onChange={(event) => onChange({ ...filters, text: event.currentTarget.value })}
      />
      {antennas.length > 1 && (
        <NativeSelect
          label={t('inbox.filter.antenna')}
          value={filters.antenna ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...filters, antenna: antennas.find((code) => code === value) ?? null })
          }
          data={[
            { value: '', label: t('inbox.filter.anyAntenna') },
            ...antennas.map((code) => ({ value: code, label: ANTENNA_NAMES[code] })),
          ]}
        />
      )}
      <NativeSelect
        label={t('inbox.filter.kind')}
        value={filters.kind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filters, kind: kinds.find((kind) => kind === value) ?? null })
        }
        data={[
          { value: '', label: t('inbox.filter.anyKind') },
          ...kinds.map((kind) => ({ value: kind, label: t(`inbox.kind.${kind}`) })),
        ]}
      />
      <NativeSelect
        label={t('inbox.filter.urgency')}
        value={filters.urgency}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filters, urgency: URGENCIES.find((urgency) => urgency === value) ?? 'all' })
        }
        data={URGENCIES.map((urgency) => ({ value: urgency, label: t(`inbox.filter.${urgency}`) }))}
      />
      <NativeSelect
        label={t('inbox.filter.sort')}
        value={filters.sort}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filters, sort: SORTS.find((sort) => sort === value) ?? 'due' })
        }
        data={SORTS.map((sort) => ({ value: sort, label: t(`inbox.filter.${sort}`) }))}
      />
      {narrows(filters) && (
        <Button
          variant="subtle"
          className={classes.clear}
          onClick={() => onChange({ ...NO_FILTERS, sort: filters.sort })}
        >
          {t('inbox.filter.clear')}
        </Button>
      )}
    </search>
  );
};
