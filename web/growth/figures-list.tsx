import { Alert, Badge } from '@mantine/core';
import { IconBuildingBank, IconCircleCheck, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureOrigin } from '../../domain/growth/figures.ts';
import { formatDay } from '../format/dates.ts';
import { formatEuros, formatNumber } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './growth.module.css';

type Entry = {
  employees: number | null;
  turnover: number | null;
  origin: FigureOrigin;
  at: string;
  comment: string;
  by: { kind: 'company' | 'staff' | 'system'; name?: string };
};
export type ShownYear = { year: number; current: Entry; history: readonly Entry[] };

const ORIGINS = {
  declared: { color: 'gray', Icon: IconPencil },
  register: { color: 'passage', Icon: IconBuildingBank },
  checked: { color: 'green', Icon: IconCircleCheck },
} as const satisfies Record<FigureOrigin, { color: string; Icon: typeof IconPencil }>;

/**
 * Figures year by year, the latest first: where each comes from, since when, and what stood before.
 * @param reader `company` reads of itself as "you"
 * @param action what can be done with a year
 */
export const FiguresList = ({
  figures,
  contradictions,
  reader,
  action,
}: {
  figures: readonly ShownYear[];
  contradictions: readonly { year: number; band: string }[];
  reader: 'company' | 'staff';
  action?: (year: ShownYear) => ReactNode;
}) => (
  <ol className={classes.years}>
    {[...figures]
      .sort((a, b) => b.year - a.year)
      .map((year) => (
        <Year
          key={year.year}
          year={year}
          band={contradictions.find((one) => one.year === year.year)?.band ?? null}
          reader={reader}
          action={action?.(year)}
        />
      ))}
  </ol>
);

const Year = ({
  year: { year, current, history },
  band,
  reader,
  action,
}: {
  year: ShownYear;
  band: string | null;
  reader: 'company' | 'staff';
  action: ReactNode;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { color, Icon } = ORIGINS[current.origin];
  return (
    <li className={classes.year}>
      <div className={classes.yearHead}>
        <h3 className={classes.yearNumber}>{year}</h3>
        <Badge size="lg" variant="light" color={color} leftSection={<Icon size={14} aria-hidden="true" />}>
          {t(`growth.origin.${current.origin}`)}
        </Badge>
        <span className={classes.yearAction}>{action}</span>
      </div>
      <dl className={classes.pair}>
        <div>
          <dt>{t('growth.measure.employees')}</dt>
          <dd>{current.employees === null ? '–' : formatNumber(current.employees, language)}</dd>
        </div>
        <div>
          <dt>{t('growth.measure.turnover')}</dt>
          <dd>{current.turnover === null ? '–' : formatEuros(current.turnover, language)}</dd>
        </div>
      </dl>
      <Source entry={current} reader={reader} />
      {band === null ? null : (
        <Alert color="terracotta" role="note" mt="sm">
          {t('growth.figures.contradiction', { band, year })}
        </Alert>
      )}
      {history.length === 0 ? null : (
        <details className={classes.details}>
          <summary>{t('growth.figures.history', { count: history.length })}</summary>
          <ol className={classes.before}>
            {[...history].reverse().map((entry) => (
              <li key={entry.at}>
                <span>
                  {t('growth.figures.values', {
                    employees: entry.employees === null ? '–' : formatNumber(entry.employees, language),
                    turnover: entry.turnover === null ? '–' : formatEuros(entry.turnover, language),
                  })}
                </span>
                <Source entry={entry} reader={reader} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
};

/** Who gave figures, when, and what they said of them. */
const Source = ({ entry, reader }: { entry: Entry; reader: 'company' | 'staff' }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const by = entry.by.name ?? t(`growth.by.${reader}.${entry.by.kind}`);
  return (
    <>
      <p className={classes.small}>
        {t('growth.figures.source', {
          origin: t(`growth.origin.${entry.origin}`),
          day: formatDay(entry.at, language),
          by,
        })}
      </p>
      {entry.comment === '' ? null : <blockquote className={classes.comment}>{entry.comment}</blockquote>}
    </>
  );
};
