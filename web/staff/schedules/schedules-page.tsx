import { Alert } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/call.ts';
import { EmptyState } from '../../feedback/empty-state.tsx';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import { RefusedPage } from '../shared/refused-page.tsx';
import { DigestSection } from './digest-section.tsx';
import { RunDialog } from './run-dialog.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import classes from './schedules.module.css';

export type Schedule = Answer<'ListSchedules'>['items'][number];
/** A run that was asked for: which, and the instant it is known by. */
export type Asked = { name: Schedule['name']; at: string };

/** Milliseconds between two looks at a run that was asked for. */
const WATCHING = 1_500;
/** Milliseconds between two looks otherwise: what runs by itself shows without being asked. */
const STANDING = 60_000;

/** Whether the run that was asked for has told what it came to. */
const isThere = ({ lastRun }: Schedule, at: string): boolean =>
  lastRun !== null && lastRun.outcome !== 'running' && Date.parse(lastRun.at) >= Date.parse(at);

/** What runs by itself: what it does, what became of it, and the button that has it run now. For the head office. */
export default function SchedulesPage() {
  const { t } = useTranslation('staff');
  const [asked, setAsked] = useState<Asked | null>(null);
  const waitsFor = (items: readonly Schedule[] | undefined): Schedule | undefined =>
    asked === null ? undefined : items?.find((item) => item.name === asked.name && !isThere(item, asked.at));
  const query = useStaffQuery(
    'ListSchedules',
    {},
    { polling: (data) => (waitsFor(data?.items) === undefined ? STANDING : WATCHING) },
  );
  if (query.data === undefined) {
    if (query.isPending) return <PageSkeleton />;
    return (
      <RefusedPage
        title={t('schedules.title')}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isRefetching}
      />
    );
  }
  return (
    <Loaded items={query.data.items} asked={asked} onAsked={setAsked} waiting={waitsFor(query.data.items)?.name} />
  );
}

const Loaded = ({
  items,
  asked,
  onAsked,
  waiting,
}: {
  items: readonly Schedule[];
  asked: Asked | null;
  onAsked: (asked: Asked) => void;
  waiting: Schedule['name'] | undefined;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [running, setRunning] = useState<Schedule | null>(null);
  const told = asked === null ? undefined : items.find(({ name }) => name === asked.name);
  return (
    <Page width="wide" title={t('schedules.title')} lead={t('schedules.lead')}>
      {told === undefined ? null : (
        <Alert
          role="status"
          mb="md"
          color={waiting !== undefined ? 'ochre' : told.lastRun?.outcome === 'failed' ? 'red' : 'green'}
          icon={waiting === undefined ? <IconCircleCheck aria-hidden="true" /> : undefined}
        >
          {waiting !== undefined
            ? t('schedules.waiting', { title: told.title[language] })
            : t(told.lastRun?.outcome === 'failed' ? 'schedules.failedNow' : 'schedules.ranNow', {
                title: told.title[language],
              })}
        </Alert>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('schedules.empty.title')}>{t('schedules.empty.text')}</EmptyState>
      ) : (
        <ScheduleTable items={items} waiting={waiting} onRun={setRunning} />
      )}
      <div className={classes.digest}>
        <DigestSection />
      </div>
      {running === null ? null : (
        <RunDialog
          schedule={running}
          onClose={() => setRunning(null)}
          onDone={(at) => {
            onAsked({ name: running.name, at });
            setRunning(null);
          }}
        />
      )}
    </Page>
  );
};
