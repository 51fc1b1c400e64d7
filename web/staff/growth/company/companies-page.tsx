import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { evaluate } from '../../../../domain/growth/evaluate.ts';
import type { GrowthPolicy } from '../../../../domain/growth/policy.ts';
import type { Answer } from '../../../api/call.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { BlockSkeleton, Loading } from '../../../feedback/skeletons.tsx';
import { criterionTitle } from '../../../growth/criterion-title.ts';
import { ResultBadge } from '../../../growth/verdict-badge.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import { AntennaSelect } from '../../applications/antenna-select.tsx';
import { ListFrame } from '../../applications/list-frame.tsx';
import { useFilteredList } from '../../applications/use-list.ts';
import { AntennaBadge } from '../../shared/antenna-badge.tsx';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import { GrowthPage } from '../growth-page.tsx';
import { COMPANIES_PATH, companyAddress } from '../paths.ts';

type Candidate = Answer<'ListGrowthCompanies'>['items'][number];

/** Members with what the policy in force says of them today, worked out here as the workflow would. */
export default function CompaniesPage() {
  const { t } = useTranslation('staff');
  const { filters, setFilters, list } = useFilteredList('ListGrowthCompanies', COMPANIES_PATH);
  const policies = useStaffQuery('ListGrowthPolicies', {});
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const closedYear = list.data?.pages[0]?.closedYear;
  const policy = policies.data?.items.find(({ version }) => version === policies.data.current);
  return (
    <GrowthPage title={t('growth.companies.title')} lead={t('growth.companies.lead')}>
      <Group align="end" justify="space-between" mb="md">
        <AntennaSelect value={filters.antenna} onChange={(antenna) => setFilters({ ...filters, antenna })} />
        {policy === undefined || closedYear === undefined ? null : (
          <Text size="sm" c="dimmed">
            {t('growth.companies.by', { version: policy.version, year: closedYear })}
          </Text>
        )}
      </Group>
      {policies.isError ? (
        <FailureAlert error={policies.error} onRetry={() => void policies.refetch()} retrying={policies.isRefetching} />
      ) : null}
      {policies.isPending ? (
        <>
          <Loading />
          <BlockSkeleton lines={9} />
        </>
      ) : null}
      {policy === undefined ? null : (
        <ListFrame
          list={list}
          count={items.length}
          empty={{ title: t('growth.companies.empty.title'), text: t('growth.companies.empty.text') }}
          more={t('growth.board.more')}
        >
          <DataTable
            caption={t('growth.companies.title')}
            head={
              <>
                <th scope="col">{t('growth.companies.company')}</th>
                <th scope="col">{t('growth.companies.antenna')}</th>
                <th scope="col">{t('growth.companies.score')}</th>
                <th scope="col">{t('growth.companies.met')}</th>
                <th scope="col">{t('growth.companies.years')}</th>
              </>
            }
          >
            {closedYear === undefined
              ? null
              : items.map((candidate) => (
                  <Row key={candidate.memberNumber} candidate={candidate} policy={policy} closedYear={closedYear} />
                ))}
          </DataTable>
        </ListFrame>
      )}
    </GrowthPage>
  );
}

const Row = ({
  candidate: { companyName, memberNumber, antenna, company },
  policy,
  closedYear,
}: {
  candidate: Candidate;
  policy: GrowthPolicy;
  closedYear: number;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { result, criteria } = evaluate(policy, company, closedYear);
  const met = criteria.filter(({ verdict }) => verdict === 'met');
  const years = company.years.map(({ year }) => year).sort((a, b) => a - b);
  return (
    <tr>
      <th scope="row">
        <Link className={table.name} href={companyAddress(company.companyId)}>
          {companyName}
        </Link>
        <span className={`${table.sub} ${table.number}`}>{memberNumber}</span>
      </th>
      <td data-label={t('growth.companies.antenna')}>
        <span>
          <AntennaBadge code={antenna} />
        </span>
      </td>
      <td data-label={t('growth.companies.score')}>
        <span>
          <ResultBadge result={result} />
        </span>
      </td>
      <td data-label={t('growth.companies.met')}>
        {met.length === 0 ? '–' : met.map(({ criterion }) => criterionTitle(criterion, language)).join(', ')}
      </td>
      <td data-label={t('growth.companies.years')} className={table.number}>
        {years.length === 0 ? '–' : [...new Set([years[0], years.at(-1)])].join('–')}
      </td>
    </tr>
  );
};
