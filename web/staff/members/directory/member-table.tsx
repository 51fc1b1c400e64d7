import { Badge } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatCompanyNumber } from '../../../../domain/company/identity.ts';
import type { MemberSummary } from '../../../../domain/contract/directory-responses.ts';
import type { DirectoryColumn } from '../../../../domain/directory/column.ts';
import { COLUMN_NAMES, SORTED_BY } from '../../../../domain/directory/columns.ts';
import type { DuesState } from '../../../../domain/directory/entry.ts';
import { CATEGORY_NAMES, DUES_NAMES, GROWTH_NAMES, SIZE_NAMES } from '../../../../domain/directory/labels.ts';
import type { SortKey } from '../../../../domain/directory/order.ts';
import type { DirectoryView } from '../../../../domain/directory/view.ts';
import { formatShortDate, formatShortDay } from '../../../format/dates.ts';
import { formatEuros, formatNumber } from '../../../format/numbers.ts';
import type { Language } from '../../../i18n/language.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { AntennaBadge } from '../../shared/antenna-badge.tsx';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import { MemberBadge } from '../member-badge.tsx';
import classes from './directory.module.css';
import { DIRECTORY_PATH } from './view.ts';

const DUES_COLORS: Record<DuesState, string> = { settled: 'green', owed: 'ochre', late: 'red' };

/** What stands in each column but the first, which is the row's heading. */
const CELLS: Record<Exclude<DirectoryColumn, 'name'>, (member: MemberSummary, language: Language) => ReactNode> = {
  number: ({ number }) => <span className={table.number}>{number}</span>,
  siren: ({ siren }) => <span className={table.number}>{formatCompanyNumber(siren)}</span>,
  antenna: ({ antenna }) => <AntennaBadge code={antenna} whole />,
  city: ({ communeName }) => communeName,
  category: ({ category }, language) => CATEGORY_NAMES[category][language],
  status: ({ status }) => <MemberBadge status={status} />,
  size: ({ size }, language) => (size === null ? '–' : SIZE_NAMES[size][language]),
  growth: ({ growth }, language) => GROWTH_NAMES[growth][language],
  dues: ({ dues }, language) => (
    <Badge variant="light" miw="max-content" size="lg" color={DUES_COLORS[dues]}>
      {DUES_NAMES[dues][language]}
    </Badge>
  ),
  admitted: ({ admittedAt }, language) => formatShortDay(admittedAt, language),
  period: ({ period }, language) => formatShortDate(period.to, language),
  employees: ({ latestFigures }, language) =>
    latestFigures === null ? '–' : formatNumber(latestFigures.employees, language),
  turnover: ({ latestFigures }, language) =>
    latestFigures === null ? '–' : formatEuros(latestFigures.turnover, language),
};
const NUMBERS: readonly DirectoryColumn[] = ['employees', 'turnover'];

/** What is said under the name, where no column of its own says it. */
const underName = (member: MemberSummary, columns: readonly DirectoryColumn[], language: Language): string =>
  [
    ...(columns.includes('number') ? [] : [member.number]),
    ...(columns.includes('city') ? [] : [member.communeName]),
    ...(columns.includes('category') ? [] : [CATEGORY_NAMES[member.category][language]]),
  ].join(' · ');

type Props = {
  items: readonly MemberSummary[];
  view: DirectoryView;
  show: (view: DirectoryView) => void;
};

/** Members as lines, with the columns and in the order of the view. */
export const MemberTable = ({ items, view, show }: Props) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const columns = view.columns.flatMap((column) => (column === 'name' ? [] : [column]));
  return (
    <DataTable
      caption={t('members.table')}
      head={view.columns.map((column) => <Heading key={column} column={column} view={view} show={show} />)}
    >
      {items.map((member) => (
        <tr key={member.number}>
          <th scope="row">
            <Link className={table.name} href={`${DIRECTORY_PATH}/${member.number}`}>
              {member.companyName}
            </Link>
            <span className={table.sub}>{underName(member, columns, language)}</span>
          </th>
          {columns.map((column) => (
            <td
              key={column}
              data-label={COLUMN_NAMES[column][language]}
              className={NUMBERS.includes(column) ? `${table.number} ${table.right}` : table.short}
            >
              <span>{CELLS[column](member, language)}</span>
            </td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
};

/** A heading that sorts: pressed again, the other way round. */
const Heading = ({ column, view, show }: { column: DirectoryColumn } & Omit<Props, 'items'>) => {
  const language = useLanguage();
  const key = SORTED_BY[column];
  const name = COLUMN_NAMES[column][language];
  const right = NUMBERS.includes(column) ? table.right : undefined;
  if (key === undefined) {
    return (
      <th scope="col" className={right}>
        {name}
      </th>
    );
  }
  const way = wayOf(key, view);
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort }[way];
  return (
    <th scope="col" className={right} aria-sort={way}>
      <button
        type="button"
        className={classes.sort}
        data-active={way !== 'none'}
        onClick={() => show({ ...view, sort: way === 'ascending' ? `-${key}` : key })}
      >
        {name}
        <Icon size={14} aria-hidden="true" />
      </button>
    </th>
  );
};

const wayOf = (key: SortKey, { sort, filter }: DirectoryView): 'ascending' | 'descending' | 'none' => {
  const now = sort ?? (filter.q === undefined ? 'name' : null);
  if (now === key) return 'ascending';
  return now === `-${key}` ? 'descending' : 'none';
};
