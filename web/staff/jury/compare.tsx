import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../../domain/antenna/antenna.ts';
import type { JuryCase } from '../../../domain/contract/growth-responses.ts';
import { CRITERION_NAMES } from '../../../domain/growth/policy.ts';
import { formatDate } from '../../format/dates.ts';
import { formatEuros, formatNumber } from '../../format/numbers.ts';
import { criterionTitle } from '../../growth/criterion-title.ts';
import { ResultBadge, VerdictBadge } from '../../growth/verdict-badge.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { juryAddress } from '../growth/paths.ts';
import classes from './jury.module.css';
import { VoteBadge } from './vote-badge.tsx';

type Opened = JuryCase & { file: NonNullable<JuryCase['file']> };
const isOpened = (one: JuryCase): one is Opened => one.file !== null;

/** The candidates whose files the juror opened, side by side: a column each. */
export const Compare = ({ cases }: { cases: readonly JuryCase[] }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  const opened = cases.filter(isOpened);
  if (opened.length < 2) return null;
  const rows: [string, (one: Opened) => ReactNode][] = [
    [t('jury.compare.antenna'), ({ antenna }) => ANTENNA_NAMES[antenna]],
    [t('jury.compare.founded'), ({ file }) => formatDate(file.foundedOn, language)],
    [t('jury.compare.score'), ({ file }) => <ResultBadge result={file.evaluation.result} short />],
    [shared('growth.measure.employees'), ({ file }) => <Growth file={file} measure="employees" />],
    [shared('growth.measure.turnover'), ({ file }) => <Growth file={file} measure="turnover" />],
    [
      shared('growth.measure.funds'),
      ({ file }) =>
        formatEuros(
          file.file.funds.reduce((sum, { amount }) => sum + amount, 0),
          language,
        ),
    ],
    ...CRITERION_NAMES.map((name): [string, (one: Opened) => ReactNode] => [
      criterionTitle(name, language),
      ({ file }) => {
        const found = file.evaluation.criteria.find(({ criterion }) => criterion === name);
        return found === undefined ? '–' : <VerdictBadge verdict={found.verdict} />;
      },
    ]),
    [t('jury.compare.vote'), ({ vote }) => (vote === null ? '–' : <VoteBadge vote={vote.vote} />)],
  ];
  return (
    <section className={classes.compare} aria-labelledby="compare">
      <h2 id="compare">{t('jury.compare.title')}</h2>
      <p className={classes.small}>{t('jury.compare.lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a narrow screen scrolls the table, by keyboard too. */}
      <section className={classes.scroll} aria-label={t('jury.compare.title')} tabIndex={0}>
        <table className={classes.table}>
          <caption>{t('jury.compare.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('jury.compare.what')}</th>
              {opened.map(({ caseId, companyName }) => (
                <th key={caseId} scope="col">
                  <Anchor component={Link} href={juryAddress(caseId)}>
                    {companyName}
                  </Anchor>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, cell]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {opened.map((one) => (
                  <td key={one.caseId}>{cell(one)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};

/** From the first to the last year known of a measure. */
const Growth = ({ file: { figures }, measure }: { file: Opened['file']; measure: 'employees' | 'turnover' }) => {
  const language = useLanguage();
  const known = figures
    .flatMap(({ year, current }) => (current[measure] === null ? [] : [{ year, value: current[measure] }]))
    .sort((a, b) => a.year - b.year);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return '–';
  const shown = (value: number): string =>
    measure === 'employees' ? formatNumber(value, language) : formatEuros(value, language);
  return (
    <span className={classes.growth}>
      {shown(first.value)} → <strong>{shown(last.value)}</strong>
      <span className={classes.small}>
        {first.year}–{last.year}
      </span>
    </span>
  );
};
