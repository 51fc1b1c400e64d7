import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../feedback/empty-state.tsx';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import { isHeadOffice } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { GrowthPage } from '../growth-page.tsx';
import { CohortCard } from './cohort-card.tsx';
import { CohortDialog } from './cohort-dialog.tsx';
import { MentorsSection } from './mentors-section.tsx';
import classes from './programme.module.css';
import { WaitingSection } from './waiting-section.tsx';

/** The programme: cohorts with their places, who waits for one, the mentors. The head office runs it, others read it. */
export default function ProgrammePage() {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  const headOffice = isHeadOffice(person.groups);
  const [opening, setOpening] = useState(false);
  const query = useStaffQuery('GetProgramme', {});
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) {
    return (
      <RefusedPage
        title={t('programme.title')}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isRefetching}
      />
    );
  }
  const { cohorts, mentors, waiting } = query.data;
  const open = headOffice ? (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpening(true)}>
      {t('programme.open.button')}
    </Button>
  ) : undefined;
  return (
    <GrowthPage title={t('programme.title')} lead={t('programme.lead')} aside={cohorts.length === 0 ? null : open}>
      {cohorts.length === 0 ? (
        <EmptyState title={t('programme.empty.title')} action={open}>
          {t('programme.empty.text')}
        </EmptyState>
      ) : null}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {[...cohorts]
            .sort((a, b) => b.from.localeCompare(a.from))
            .map((cohort) => (
              <CohortCard key={cohort.cohortId} cohort={cohort} mentors={mentors} headOffice={headOffice} />
            ))}
          {headOffice ? null : <Text c="dimmed">{t('programme.readOnly')}</Text>}
        </div>
        <div className={classes.stack}>
          <WaitingSection waiting={waiting} />
          <MentorsSection mentors={mentors} cohorts={cohorts} headOffice={headOffice} />
        </div>
      </div>
      {opening ? <CohortDialog onClose={() => setOpening(false)} /> : null}
    </GrowthPage>
  );
}
