import { Alert, Anchor, Group, NativeSelect } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { APPLICATION_STATUSES } from '../../../domain/application/status.ts';
import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import { formatDay } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { useStaffList } from '../api/use-staff-call.ts';
import { AntennaBadge } from '../shared/antenna-badge.tsx';
import { StatusBadge } from '../shared/status-badge.tsx';
import { DataTable } from '../table/data-table.tsx';
import classes from '../table/table.module.css';
import { AntennaSelect } from './antenna-select.tsx';
import { listAddress } from './filters.ts';
import { ListFrame } from './list-frame.tsx';
import { useFilteredList } from './use-list.ts';

const PATH = '/staff/applications';

/** Every application, the newest first; those whose workflow failed are announced above. */
export default function ApplicationsPage() {
  const { t } = useTranslation('staff');
  const { filters, setFilters, list } = useFilteredList('ListStaffApplications', PATH);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const failed = filters.status === 'failed';
  return (
    <Page width="wide" title={failed ? t('applications.failed') : t('applications.title')}>
      {!failed && <FailedOnes />}
      <Group align="end" mb="md">
        <NativeSelect
          label={t('applications.status')}
          value={filters.status ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setFilters({ ...filters, status: APPLICATION_STATUSES.find((status) => status === value) ?? null })
          }
          data={[
            { value: '', label: t('applications.anyStatus') },
            ...APPLICATION_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
          ]}
        />
        <AntennaSelect value={filters.antenna} onChange={(antenna) => setFilters({ ...filters, antenna })} />
      </Group>
      <ListFrame
        list={list}
        count={items.length}
        empty={{
          title: failed ? t('applications.emptyFailed.title') : t('applications.empty.title'),
          text: failed ? t('applications.emptyFailed.text') : t('applications.empty.text'),
        }}
        more={t('applications.loadMore')}
      >
        <ApplicationTable items={items} />
      </ListFrame>
    </Page>
  );
}

type Items = NonNullable<
  ReturnType<typeof useFilteredList<'ListStaffApplications'>>['list']['data']
>['pages'][number]['items'];

const ApplicationTable = ({ items }: { items: Items }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  return (
    <DataTable
      caption={t('applications.table')}
      head={
        <>
          <th scope="col">{t('applications.company')}</th>
          <th scope="col">{t('applications.status')}</th>
          <th scope="col">{t('applications.antenna')}</th>
          <th scope="col">{t('applications.submitted')}</th>
          <th scope="col">{t('applications.updated')}</th>
        </>
      }
    >
      {items.map((item) => (
        <tr key={item.applicationId}>
          <th scope="row">
            <Link className={classes.name} href={`${PATH}/${item.applicationId}`}>
              {item.companyName}
            </Link>
            <span className={classes.sub}>
              {shared(`category.${item.category}.name`)} · {item.communeName} ·{' '}
              <span className={classes.number}>{formatCompanyNumber(item.siren)}</span>
            </span>
          </th>
          <td className={classes.short} data-label={t('applications.status')}>
            <span>
              <StatusBadge status={item.status} />
            </span>
          </td>
          <td className={classes.short} data-label={t('applications.antenna')}>
            <span>{item.antenna === null ? t('applications.noAntenna') : <AntennaBadge code={item.antenna} />}</span>
          </td>
          <td className={classes.short} data-label={t('applications.submitted')}>
            <time dateTime={item.submittedAt}>{formatDay(item.submittedAt, language)}</time>
          </td>
          <td className={classes.short} data-label={t('applications.updated')}>
            <time dateTime={item.updatedAt}>{formatDay(item.updatedAt, language)}</time>
          </td>
        </tr>
      ))}
    </DataTable>
  );
};

/** Says that workflows failed, wherever they are in the list. When it cannot find out it says nothing: the list stands. */
const FailedOnes = () => {
  const { t } = useTranslation('staff');
  const failed = useStaffList('ListStaffApplications', { status: 'failed' });
  const count = failed.data?.pages.flatMap((page) => page.items).length ?? 0;
  if (count === 0) return null;
  return (
    <Alert
      mb="md"
      color="red"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t('applications.failedSome', { count })}
    >
      {t('applications.failedText')}{' '}
      <Anchor inherit component={Link} href={listAddress(PATH, { status: 'failed', antenna: null })}>
        {t('applications.failedShow')}
      </Anchor>
    </Alert>
  );
};
