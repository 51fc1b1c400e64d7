import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffGrowthCompany } from '../../../../domain/contract/growth-responses.ts';
import { comparePolicies } from '../../../../domain/growth/evaluate.ts';
import { CRITERION_NAMES, type GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { companyOf } from '../../../../domain/growth/profile.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { BlockSkeleton } from '../../../feedback/skeletons.tsx';
import { formatDate } from '../../../format/dates.ts';
import { criterionTitle } from '../../../growth/criterion-title.ts';
import { ResultBadge, VerdictBadge } from '../../../growth/verdict-badge.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import { Section } from '../../shared/section.tsx';
import { DataTable } from '../../table/data-table.tsx';
import classes from './company.module.css';

/** The same company under two versions of the policy, criterion by criterion. */
export const ComparePolicies = ({ company }: { company: StaffGrowthCompany }) => {
  const { t } = useTranslation('staff');
  const policies = useStaffQuery('ListGrowthPolicies', {});
  return (
    <Section title={t('growth.compare.title')}>
      {policies.isPending ? <BlockSkeleton lines={4} /> : null}
      {policies.isError ? <FailureAlert error={policies.error} onRetry={() => void policies.refetch()} /> : null}
      {policies.data === undefined ? null : policies.data.items.length < 2 ? (
        <Text c="dimmed">{t('growth.compare.onlyOne')}</Text>
      ) : (
        <Comparison company={company} policies={policies.data.items} current={policies.data.current} />
      )}
    </Section>
  );
};

const Comparison = ({
  company,
  policies,
  current,
}: {
  company: StaffGrowthCompany;
  policies: readonly GrowthPolicy[];
  current: string;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const other = policies.findLast(({ version }) => version !== current)?.version ?? current;
  const [[left, right], setVersions] = useState<readonly [string, string]>([current, other]);
  const of = (wanted: string): GrowthPolicy | undefined => policies.find(({ version }) => version === wanted);
  const [before, after] = [of(left), of(right)];
  if (before === undefined || after === undefined) return null;
  const result = comparePolicies(before, after, companyOf(company, company.foundedOn), company.evaluation.closedYear);
  const differing = new Set(result.differing.map(({ criterion }) => criterion));
  const verdictIn = (side: 'before' | 'after', name: (typeof CRITERION_NAMES)[number]) => {
    const found = result[side].criteria.find(({ criterion }) => criterion === name);
    return found === undefined ? t('growth.compare.off') : <VerdictBadge verdict={found.verdict} />;
  };
  return (
    <>
      <div className={classes.versions}>
        <VersionSelect
          label={t('growth.compare.first')}
          value={left}
          policies={policies}
          onChange={(version) => setVersions([version, right])}
        />
        <VersionSelect
          label={t('growth.compare.second')}
          value={right}
          policies={policies}
          onChange={(version) => setVersions([left, version])}
        />
        <p className={classes.move} role="status">
          {t(`growth.move.${result.move}`)}
        </p>
      </div>
      <DataTable
        inset
        caption={t('growth.compare.title')}
        head={
          <>
            <th scope="col">{t('growth.compare.criterion')}</th>
            <th scope="col">{left}</th>
            <th scope="col">{right}</th>
          </>
        }
      >
        <tr>
          <th scope="row">
            <strong>{t('growth.compare.result')}</strong>
          </th>
          <td data-label={left}>
            <ResultBadge result={result.before.result} />
          </td>
          <td data-label={right}>
            <ResultBadge result={result.after.result} />
          </td>
        </tr>
        {CRITERION_NAMES.map((name) => (
          <tr key={name} className={differing.has(name) ? classes.differs : undefined}>
            <th scope="row">
              {criterionTitle(name, language)}
              {differing.has(name) ? <span className={classes.changed}>{t('growth.compare.changed')}</span> : null}
            </th>
            <td data-label={left}>{verdictIn('before', name)}</td>
            <td data-label={right}>{verdictIn('after', name)}</td>
          </tr>
        ))}
      </DataTable>
    </>
  );
};

const VersionSelect = ({
  label,
  value,
  policies,
  onChange,
}: {
  label: string;
  value: string;
  policies: readonly GrowthPolicy[];
  onChange: (version: string) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={policies.map(({ version, from }) => ({
        value: version,
        label: t('growth.compare.version', { version, from: formatDate(from, language) }),
      }))}
    />
  );
};
