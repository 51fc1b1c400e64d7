import { Badge, Button } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SCHEDULES, type ScheduleDefinition } from '../../../domain/schedule/schedules.ts';
import { formatMoment } from '../../format/dates.ts';
import { formatDuration } from '../../format/durations.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { DataTable } from '../table/data-table.tsx';
import table from '../table/table.module.css';
import classes from './schedules.module.css';
import type { Schedule } from './schedules-page.tsx';
import { useCadence } from './use-cadence.ts';

/** The schedules, each with its last run, its next, and its button. @param waiting the one whose run is looked for */
export const ScheduleTable = ({
  items,
  waiting,
  onRun,
}: {
  items: readonly Schedule[];
  waiting: Schedule['name'] | undefined;
  onRun: (schedule: Schedule) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const cadence = useCadence();
  return (
    <DataTable
      caption={t('schedules.table')}
      head={
        <>
          <th scope="col">{t('schedules.what')}</th>
          <th scope="col">{t('schedules.last')}</th>
          <th scope="col">{t('schedules.next')}</th>
          <th scope="col">{t('schedules.act')}</th>
        </>
      }
    >
      {items.map((item) => (
        <tr key={item.name}>
          <th scope="row" className={classes.what}>
            <strong>{item.title[language]}</strong>
            <span className={table.sub}>{item.what[language]}</span>
            <span className={classes.cadence}>{cadence(SCHEDULES[item.name].cadence)}</span>
          </th>
          <td data-label={t('schedules.last')}>
            <LastRun item={item} waiting={waiting === item.name} />
          </td>
          <td data-label={t('schedules.next')}>
            <div className={classes.cell}>
              <time dateTime={item.nextRun}>{formatMoment(item.nextRun, language)}</time>
              {item.missed === null ? null : (
                <span className={classes.missed}>
                  <IconAlertTriangle size={16} aria-hidden="true" />
                  {t('schedules.missed', { date: formatMoment(item.missed, language) })}
                </span>
              )}
            </div>
          </td>
          <td>
            <Button
              variant="outline"
              size="sm"
              leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
              loading={waiting === item.name}
              aria-label={t('schedules.run.label', { title: item.title[language] })}
              onClick={() => onRun(item)}
            >
              {t('schedules.run.button')}
            </Button>
          </td>
        </tr>
      ))}
    </DataTable>
  );
};

const COLOUR = { done: 'green', failed: 'red', running: 'ochre' } as const;

const LastRun = ({ item: { name, lastRun }, waiting }: { item: Schedule; waiting: boolean }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const definition: ScheduleDefinition = SCHEDULES[name];
  if (lastRun === null) return <span className={classes.never}>{t('schedules.never')}</span>;
  const { at, outcome, counts, by, ms, error } = lastRun;
  const shown = waiting ? 'running' : outcome;
  return (
    <div className={classes.cell}>
      <span>
        <Badge color={COLOUR[shown]} variant={shown === 'failed' ? 'filled' : 'light'} size="lg">
          {t(`schedules.outcome.${shown}`)}
        </Badge>
      </span>
      <span>
        <time dateTime={at}>{formatMoment(at, language)}</time>
        {ms === null ? null : ` · ${formatDuration(ms, language)}`}
      </span>
      {Object.entries(counts).map(([count, value]) => (
        <span key={count} className={classes.count}>
          {t('schedules.count', { what: definition.counts[count]?.[language] ?? count })}{' '}
          <strong>{formatNumber(value, language)}</strong>
        </span>
      ))}
      {error === null ? null : (
        <span className={classes.missed}>
          <IconAlertTriangle size={16} aria-hidden="true" /> {t('schedules.error', { error })}
        </span>
      )}
      {by === null ? null : <span className={classes.count}>{t('schedules.by', { name: by })}</span>}
    </div>
  );
};
