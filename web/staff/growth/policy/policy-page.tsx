import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { BlockSkeleton, PageSkeleton } from '../../../feedback/skeletons.tsx';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { GrowthPage } from '../growth-page.tsx';
import classes from './policy.module.css';
import { useCandidates } from './use-candidates.ts';
import { VersionsSection } from './versions-section.tsx';
import { WhatIfEditor } from './what-if-editor.tsx';

/** The growth policy: its versions, and what would happen to today's members under another one. */
export default function PolicyPage() {
  const { t } = useTranslation('staff');
  const policies = useStaffQuery('ListGrowthPolicies', {});
  if (policies.isPending) return <PageSkeleton />;
  const current = policies.data?.items.find(({ version }) => version === policies.data.current);
  if (policies.data === undefined || current === undefined) {
    return (
      <RefusedPage
        title={t('growth.policy.title')}
        error={policies.error}
        onRetry={() => void policies.refetch()}
        retrying={policies.isRefetching}
      />
    );
  }
  return <Loaded policies={policies.data.items} current={current} />;
}

const Loaded = ({ policies, current }: { policies: readonly GrowthPolicy[]; current: GrowthPolicy }) => {
  const { t } = useTranslation('staff');
  const candidates = useCandidates();
  const [published, setPublished] = useState<string | null>(null);
  return (
    <GrowthPage title={t('growth.policy.title')} lead={t('growth.policy.lead')}>
      <div role="status">
        {published === null ? null : (
          <Alert color="green" mb="lg">
            {t('growth.policy.published', { version: published })}
          </Alert>
        )}
      </div>
      <VersionsSection policies={policies} current={current.version} />
      <h2 className={classes.tryTitle}>{t('growth.policy.try.title')}</h2>
      <p className={classes.tryLead}>{t('growth.policy.try.lead')}</p>
      {candidates.isPending ? (
        <>
          <p role="status">{t('growth.policy.reading', { count: candidates.read })}</p>
          <BlockSkeleton lines={6} />
        </>
      ) : null}
      {candidates.isError ? (
        <FailureAlert
          error={candidates.error}
          onRetry={() => void candidates.refetch()}
          retrying={candidates.isRefetching}
        />
      ) : null}
      {candidates.data === undefined ? null : (
        <WhatIfEditor current={current} candidates={candidates.data} onPublished={setPublished} />
      )}
    </GrowthPage>
  );
};
