import { SegmentedControl, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedEvaluation } from '../../domain/contract/growth-responses.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Nothing, onDemand } from '../layout/on-demand.tsx';
import { formatMeasured } from './amounts.ts';
import { CHART_MEASURES, type ChartMeasure, type ChartRow, chartRows, linesOf } from './chart-data.ts';
import classes from './growth.module.css';
import { said } from './said.ts';

// The chart brings a library of its own weight: fetched with the page that shows it, and the table does not wait for it.
const GrowthLines = onDemand(() => import('./growth-lines.tsx'), Nothing);

type Figures = Parameters<typeof chartRows>[0];
type Threshold = { criterion: ExplainedEvaluation['criteria'][number]['criterion']; name: string };

/** A company's growth against the thresholds it is measured by: lines for the eye, the same in a table. */
export const GrowthChart = ({ evaluation, figures }: { evaluation: ExplainedEvaluation; figures: Figures }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const [measure, setMeasure] = useState<ChartMeasure>('employees');
  const lines = linesOf(evaluation.criteria, measure);
  const rows = chartRows(figures, lines, measure);
  const thresholds = lines.flatMap(({ criterion }): Threshold[] => {
    const named = evaluation.criteria.find((one) => one.criterion === criterion);
    return named === undefined ? [] : [{ criterion, name: said(named.title, language) }];
  });
  const name = t(`growth.measure.${measure}`);
  const known = rows.filter(({ measured }) => measured !== null);
  const [first, last] = [known[0], known.at(-1)];
  const words =
    first === undefined || last === undefined
      ? t('growth.chart.none')
      : t('growth.chart.picture', {
          name,
          from: formatMeasured(first.measured ?? 0, measure, language),
          fromYear: first.year,
          to: formatMeasured(last.measured ?? 0, measure, language),
          toYear: last.year,
        });
  return (
    <section className={classes.card} aria-labelledby={title}>
      <div className={classes.cardHead}>
        <Title order={2} size="h3" id={title}>
          {t('growth.chart.title')}
        </Title>
        <SegmentedControl
          aria-label={t('growth.chart.choose')}
          value={measure}
          onChange={(chosen) => setMeasure(CHART_MEASURES.find((one) => one === chosen) ?? 'employees')}
          data={CHART_MEASURES.map((one) => ({ value: one, label: t(`growth.measure.${one}`) }))}
        />
      </div>
      {known.length === 0 ? (
        <p className={classes.muted}>{words}</p>
      ) : (
        <>
          <p className={classes.muted}>{t('growth.chart.lead')}</p>
          <div className={classes.chart} role="img" aria-label={`${words} ${t('growth.chart.below')}`}>
            <GrowthLines rows={rows} measure={measure} name={name} thresholds={thresholds} />
          </div>
          <ChartTable rows={rows} measure={measure} name={name} thresholds={thresholds} />
        </>
      )}
    </section>
  );
};

const ChartTable = ({
  rows,
  measure,
  name,
  thresholds,
}: {
  rows: readonly ChartRow[];
  measure: ChartMeasure;
  name: string;
  thresholds: readonly Threshold[];
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : formatMeasured(value, measure, language);
  return (
    <details className={classes.details}>
      <summary>{t('growth.chart.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a narrow screen scrolls the table, by keyboard too. */}
      <section className={classes.scroll} aria-label={t('growth.chart.table')} tabIndex={0}>
        <table className={classes.numbers}>
          <caption>{t('growth.chart.caption', { name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('growth.year')}</th>
              <th scope="col">{name}</th>
              {thresholds.map((threshold) => (
                <th key={threshold.criterion} scope="col">
                  {t('growth.chart.threshold', { name: threshold.name })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.year}>
                <th scope="row">{row.year}</th>
                <td>{shown(row.measured)}</td>
                {thresholds.map(({ criterion }) => (
                  <td key={criterion}>{shown(row.thresholds[criterion])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
};
