import { Group, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import type { ExecutionLine } from '../../../domain/contract/responses.ts';
import { applicationIdOf, EXECUTION_STATUSES, WORKFLOW_NAMES } from '../../../domain/workflow/execution.ts';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { useStaffList, useStaffQuery } from '../api/use-staff-call.ts';
import { ListFrame } from '../applications/list-frame.tsx';
import { DataTable } from '../table/data-table.tsx';
import table from '../table/table.module.css';
import { useWorkflowName } from '../workflow/use-state-name.ts';
import { ExecutionBadge } from './execution-badge.tsx';
import classes from './executions.module.css';
import { type ExecutionFilters, executionAddress, executionFiltersFrom, executionsAddress } from './filters.ts';
import { useDuration } from './use-duration.ts';

/** The executions of a workflow, the newest first. For the head office. */
export default function ExecutionsPage() {
  const { t } = useTranslation('staff');
  const query = useSearch();
  const [, navigate] = useLocation();
  const filters = useMemo(() => executionFiltersFrom(query), [query]);
  const list = useStaffList('ListWorkflowExecutions', filters.status === null ? {} : { status: filters.status }, {
    workflow: filters.workflow,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page width="wide" title={t('executions.title')} lead={t('executions.lead')}>
      <Filters filters={filters} onChange={(next) => navigate(executionsAddress(next), { replace: true })} />
      <ListFrame
        list={list}
        count={items.length}
        empty={t('executions.empty', { returnObjects: true })}
        more={t('executions.loadMore')}
      >
        <ExecutionTable items={items} workflow={filters.workflow} />
      </ListFrame>
    </Page>
  );
}

const Filters = ({
  filters,
  onChange,
}: {
  filters: ExecutionFilters;
  onChange: (filters: ExecutionFilters) => void;
}) => {
  const { t } = useTranslation('staff');
  const workflowName = useWorkflowName();
  // Until the API has said which there are, the one on show is known.
  const { data } = useStaffQuery('ListWorkflows', {});
  const workflows = data?.items.map((item) => item.workflow) ?? [filters.workflow];
  return (
    <Group align="end" mb="md">
      <NativeSelect
        label={t('executions.workflow')}
        value={filters.workflow}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filters, workflow: WORKFLOW_NAMES.find((name) => name === value) ?? filters.workflow })
        }
        data={workflows.map((workflow) => ({ value: workflow, label: workflowName(workflow) }))}
      />
      <NativeSelect
        label={t('executions.status')}
        value={filters.status ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filters, status: EXECUTION_STATUSES.find((status) => status === value) ?? null })
        }
        data={[
          { value: '', label: t('executions.anyStatus') },
          ...EXECUTION_STATUSES.map((status) => ({ value: status, label: t(`executionStatus.${status}`) })),
        ]}
      />
    </Group>
  );
};

const ExecutionTable = ({ items, workflow }: { items: readonly ExecutionLine[]; workflow: string }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const workflowName = useWorkflowName();
  const durationOf = useDuration();
  return (
    <DataTable
      caption={t('executions.table', { workflow: workflowName(workflow) })}
      head={
        <>
          <th scope="col">{t('executions.name')}</th>
          <th scope="col">{t('executions.status')}</th>
          <th scope="col">{t('executions.started')}</th>
          <th scope="col">{t('executions.duration')}</th>
          <th scope="col">{t('executions.application')}</th>
        </>
      }
    >
      {items.map((item) => (
        <tr key={item.name}>
          <th scope="row">
            <Link className={table.name} href={executionAddress(item)}>
              {item.companyName}
              <span className={item.companyName === null ? undefined : table.sub}>
                <code className={classes.code}>{item.name}</code>
              </span>
            </Link>
            {item.redriveCount > 0 && (
              <span className={table.sub}>{t('executions.redriven', { count: item.redriveCount })}</span>
            )}
          </th>
          <td className={table.short} data-label={t('executions.status')}>
            <span>
              <ExecutionBadge status={item.status} />
            </span>
          </td>
          <td className={table.short} data-label={t('executions.started')}>
            <time dateTime={item.startedAt}>{formatMoment(item.startedAt, language)}</time>
          </td>
          <td className={table.short} data-label={t('executions.duration')}>
            <span>{durationOf(item)}</span>
          </td>
          <td className={table.short} data-label={t('executions.application')}>
            <span>
              <ApplicationLink name={item.name} />
            </span>
          </td>
        </tr>
      ))}
    </DataTable>
  );
};

const ApplicationLink = ({ name }: { name: string }) => {
  const { t } = useTranslation('staff');
  const applicationId = applicationIdOf(name);
  if (applicationId === null) return t('executions.noApplication');
  return (
    <Link className={table.name} href={`/staff/applications/${applicationId}`}>
      {t('executions.seeApplication')}
    </Link>
  );
};
