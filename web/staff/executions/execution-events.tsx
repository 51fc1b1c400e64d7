import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExecutionEvent } from '../../../domain/contract/responses.ts';
import type { ExecutionRef } from '../../../domain/workflow/execution.ts';
import { formatInstant } from '../../format/dates.ts';
import { formatDuration } from '../../format/durations.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useStaffList } from '../api/use-staff-call.ts';
import { ListFrame } from '../applications/list-frame.tsx';
import { Section } from '../shared/section.tsx';
import { DataTable } from '../table/data-table.tsx';
import table from '../table/table.module.css';
import { useStateName } from '../workflow/use-state-name.ts';
import { ExecutionLink } from './execution-link.tsx';
import classes from './executions.module.css';

/** The history of an execution, page by page, in either order. */
export const ExecutionEvents = ({ execution: { workflow, name } }: { execution: ExecutionRef }) => {
  const { t } = useTranslation('staff');
  const [reverse, setReverse] = useState(false);
  const list = useStaffList('ListExecutionEvents', reverse ? { reverse: 'true' } : {}, { workflow, name });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={t('events.title')}
      aside={
        <Switch
          label={t('events.latestFirst')}
          checked={reverse}
          onChange={(event) => setReverse(event.currentTarget.checked)}
        />
      }
    >
      <ListFrame
        list={list}
        count={items.length}
        empty={t('events.empty', { returnObjects: true })}
        more={t('events.loadMore')}
      >
        <EventTable items={items} />
      </ListFrame>
    </Section>
  );
};

const EventTable = ({ items }: { items: readonly ExecutionEvent[] }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const stateName = useStateName();
  return (
    <DataTable
      inset
      caption={t('events.table')}
      head={
        <>
          <th scope="col">{t('events.type')}</th>
          <th scope="col">{t('events.at')}</th>
          <th scope="col">{t('events.state')}</th>
          <th scope="col">{t('events.details')}</th>
        </>
      }
    >
      {items.map((event) => (
        <tr key={event.id}>
          <th scope="row">
            <span className={table.number}>{event.id}</span> {/* As Step Functions names it, in every language. */}
            <code className={classes.code} lang="en">
              {event.type}
            </code>
          </th>
          <td className={table.short} data-label={t('events.at')}>
            <time dateTime={event.at}>{formatInstant(event.at, language)}</time>
          </td>
          <td className={classes.optional} data-label={t('events.state')}>
            {event.state === null ? null : stateName(event.state)}
          </td>
          <td className={classes.optional} data-label={t('events.details')}>
            <Details event={event} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
};

const Details = ({ event }: { event: ExecutionEvent }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { resource, error, cause, timeoutSeconds, heartbeatSeconds, redriveCount, started } = event;
  const seconds = (value: number) => formatDuration(value * 1000, language);
  const short = [
    timeoutSeconds === null ? null : t('events.timeout', { duration: seconds(timeoutSeconds) }),
    heartbeatSeconds === null ? null : t('events.heartbeat', { duration: seconds(heartbeatSeconds) }),
    redriveCount === null ? null : t('events.redrive', { count: redriveCount }),
  ].filter((text) => text !== null);
  const nothing = [resource, error, cause, started].every((each) => each === null) && short.length === 0;
  if (nothing) return null;
  return (
    <>
      {resource !== null && <code className={classes.code}>{resource}</code>}
      {short.length > 0 && <span className={classes.cause}>{short.join(' · ')}</span>}
      {started !== null && (
        <span className={classes.cause}>
          <ExecutionLink execution={started} />
        </span>
      )}
      {error !== null && (
        <span className={classes.cause}>
          <strong>{error}</strong>
        </span>
      )}
      {cause !== null && <span className={classes.cause}>{cause}</span>}
    </>
  );
};
