import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import own from '../../application/application.module.css';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { SCALE_PATH } from '../paths.ts';
import { TreasuryPage } from '../treasury-page.tsx';
import { ScaleEditor } from './scale-editor.tsx';

/** A version of the scale to come, begun from the last one. */
export default function NewScalePage() {
  const { t } = useTranslation('staff');
  const policies = useStaffQuery('ListDuesPolicies', {});
  const last = policies.data?.items.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1);
  if (policies.isPending) return <PageSkeleton />;
  if (last === undefined) {
    return (
      <RefusedPage
        title={t('scale.new.title')}
        error={policies.error}
        onRetry={() => void policies.refetch()}
        retrying={policies.isRefetching}
      />
    );
  }
  return (
    <TreasuryPage
      title={t('scale.new.title')}
      lead={
        <>
          {t('scale.new.lead', { version: last.version })}
          <br />
          <Anchor component={Link} href={SCALE_PATH}>
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('scale.back')}
          </Anchor>
        </>
      }
    >
      <ScaleEditor last={last} />
    </TreasuryPage>
  );
}
