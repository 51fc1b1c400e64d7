import { Alert, Button, Progress } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ScreeningResult as Results, type ScreeningResult } from '../../../../domain/growth/evaluation.ts';
import type { WhatIf } from '../../../../domain/growth/what-if.ts';
import { formatNumber } from '../../../format/numbers.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { companyAddress } from '../paths.ts';
import classes from './policy.module.css';
import type { Candidates } from './use-candidates.ts';
import type { Trial } from './use-what-if.ts';

/** Names shown before one asks for all. */
const FEW = 8;

/** Who would enter and who would leave, and how many would have each result: it follows every move of a threshold. */
export const WhatIfPanel = ({
  candidates,
  trial: { share, result },
  wrong,
}: {
  candidates: Candidates;
  trial: Trial;
  /** What makes no sense in the policy as it is typed. */
  wrong: readonly string[];
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <aside className={classes.panel} aria-label={t('growth.whatIf.title')}>
      <h3 className={classes.panelTitle}>{t('growth.whatIf.title')}</h3>
      <p className={classes.panelLead}>
        {t('growth.whatIf.lead', { count: candidates.items.length, year: candidates.closedYear })}
      </p>
      {wrong.length > 0 ? (
        <Alert color="red" role="alert" title={t('growth.whatIf.wrong')}>
          <ul className={classes.wrong}>
            {wrong.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        <Progress
          value={share * 100}
          size="sm"
          aria-label={t('growth.whatIf.progress')}
          color={share < 1 ? 'ochre' : 'passage'}
        />
      )}
      {result === null || wrong.length > 0 ? null : (
        <>
          <Numbers result={result} />
          <p role="status" className={classes.summary}>
            {t('growth.whatIf.summary', {
              enters: formatNumber(count(result, 'enters'), language),
              leaves: formatNumber(count(result, 'leaves'), language),
            })}
          </p>
          <Moves candidates={candidates} result={result} move="enters" />
          <Moves candidates={candidates} result={result} move="leaves" />
        </>
      )}
    </aside>
  );
};

const count = ({ changes }: WhatIf, move: 'enters' | 'leaves'): number =>
  changes.filter((change) => change.move === move).length;

const SHORT: readonly ScreeningResult[] = Results.options;

const Numbers = ({ result: { before, after } }: { result: WhatIf }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  return (
    <table className={classes.results}>
      <caption>{t('growth.whatIf.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('growth.whatIf.result')}</th>
          <th scope="col">{t('growth.whatIf.now')}</th>
          <th scope="col">{t('growth.whatIf.afterwards')}</th>
        </tr>
      </thead>
      <tbody>
        {SHORT.map((one) => (
          <tr key={one} data-changed={before[one] !== after[one]}>
            <th scope="row">{shared(`growth.result.${one}`)}</th>
            <td>{formatNumber(before[one], language)}</td>
            <td>{formatNumber(after[one], language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The members who would enter, or leave, by name. */
const Moves = ({ candidates, result, move }: { candidates: Candidates; result: WhatIf; move: 'enters' | 'leaves' }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const [all, setAll] = useState(false);
  const names = useMemo(
    () => new Map(candidates.items.map(({ company, companyName }) => [company.companyId, companyName])),
    [candidates],
  );
  const moved = result.changes.filter((change) => change.move === move);
  if (moved.length === 0) return null;
  const shown = all ? moved : moved.slice(0, FEW);
  return (
    <div className={classes.moves} data-move={move}>
      <h4 className={classes.movesTitle}>
        {move === 'enters' ? (
          <IconArrowUpRight size={18} aria-hidden="true" />
        ) : (
          <IconArrowDownLeft size={18} aria-hidden="true" />
        )}
        {t(`growth.whatIf.${move}`, { count: moved.length })}
      </h4>
      <ul>
        {shown.map(({ companyId, after }) => (
          <li key={companyId}>
            <Link href={companyAddress(companyId)}>{names.get(companyId)}</Link>{' '}
            <span className={classes.to}>{shared(`growth.result.${after}`)}</span>
          </li>
        ))}
      </ul>
      {shown.length < moved.length ? (
        <Button variant="subtle" size="sm" onClick={() => setAll(true)}>
          {t('growth.whatIf.all', { count: moved.length })}
        </Button>
      ) : null}
    </div>
  );
};
