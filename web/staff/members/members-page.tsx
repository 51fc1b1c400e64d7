import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../../format/dates.ts';
import { formatCompanyNumber, formatEuros, formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { AntennaSelect } from '../applications/antenna-select.tsx';
import { ListFrame } from '../applications/list-frame.tsx';
import { useFilteredList } from '../applications/use-list.ts';
import { AntennaBadge } from '../shared/antenna-badge.tsx';
import { DataTable } from '../table/data-table.tsx';
import classes from '../table/table.module.css';

const PATH = '/staff/members';

/** The members, by number. */
export default function MembersPage() {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  const { filters, setFilters, list } = useFilteredList('ListMembers', PATH);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page width="wide" title={t('members.title')}>
      <Group align="end" mb="md">
        <AntennaSelect value={filters.antenna} onChange={(antenna) => setFilters({ ...filters, antenna })} />
      </Group>
      <ListFrame
        list={list}
        count={items.length}
        empty={{ title: t('members.empty.title'), text: t('members.empty.text') }}
        more={t('members.loadMore')}
      >
        <DataTable
          caption={t('members.table')}
          head={
            <>
              <th scope="col">{t('members.company')}</th>
              <th scope="col">{t('members.number')}</th>
              <th scope="col">{t('members.antenna')}</th>
              <th scope="col">{t('members.period')}</th>
              <th scope="col" className={classes.right}>
                {t('members.employees')}
              </th>
              <th scope="col" className={classes.right}>
                {t('members.turnover')}
              </th>
            </>
          }
        >
          {items.map((member) => (
            <tr key={member.number}>
              <th scope="row">
                <Link className={classes.name} href={`${PATH}/${member.number}`}>
                  {member.companyName}
                </Link>
                <span className={classes.sub}>
                  {shared(`category.${member.category}.name`)} · {member.communeName} ·{' '}
                  <span className={classes.number}>{formatCompanyNumber(member.siren)}</span>
                </span>
              </th>
              <td data-label={t('members.number')} className={classes.number}>
                {member.number}
              </td>
              <td className={classes.short} data-label={t('members.antenna')}>
                <span>
                  <AntennaBadge code={member.antenna} />
                </span>
              </td>
              <td data-label={t('members.period')}>
                {t('members.from', {
                  from: formatDate(member.period.from, language),
                  to: formatDate(member.period.to, language),
                })}
              </td>
              <td data-label={t('members.employees')} className={`${classes.number} ${classes.right}`}>
                {member.latestFigures === null ? '–' : formatNumber(member.latestFigures.employees, language)}
              </td>
              <td data-label={t('members.turnover')} className={`${classes.number} ${classes.right}`}>
                {member.latestFigures === null ? '–' : formatEuros(member.latestFigures.turnover, language)}
              </td>
            </tr>
          ))}
        </DataTable>
      </ListFrame>
    </Page>
  );
}
