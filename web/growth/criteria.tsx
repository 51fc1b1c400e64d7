import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExplainedEvaluation } from '../../domain/contract/growth-responses.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { formatMargin, formatMeasured } from './amounts.ts';
import classes from './growth.module.css';
import { said } from './said.ts';
import { VerdictBadge } from './verdict-badge.tsx';

type Criterion = ExplainedEvaluation['criteria'][number];

const ORDER = { met: 0, near: 1, 'not-met': 2, unknown: 3 } as const satisfies Record<Criterion['verdict'], number>;

/** Every criterion with what was measured, the threshold, the margin and the years, those met first. */
export const Criteria = ({ criteria }: { criteria: readonly Criterion[] }) => {
  const { t } = useTranslation();
  const measured = criteria.filter(({ verdict }) => verdict !== 'unknown');
  const unknown = criteria.filter(({ verdict }) => verdict === 'unknown');
  return (
    <>
      {measured.length === 0 ? null : <List criteria={measured} />}
      {unknown.length === 0 ? null : (
        <details className={classes.details} open={measured.length === 0}>
          <summary>{t('growth.criteria.unknown', { count: unknown.length })}</summary>
          <List criteria={unknown} />
        </details>
      )}
    </>
  );
};

const List = ({ criteria }: { criteria: readonly Criterion[] }) => (
  <ul className={classes.criteria}>
    {[...criteria]
      .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
      .map((criterion) => (
        <Item key={criterion.criterion} criterion={criterion} />
      ))}
  </ul>
);

const Item = ({ criterion }: { criterion: Criterion }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { verdict, role, title, sentence, years, conditions } = criterion;
  return (
    <li className={classes.criterion} data-verdict={verdict}>
      <div className={classes.criterionHead}>
        <h3 className={classes.criterionTitle}>{said(title, language)}</h3>
        <VerdictBadge verdict={verdict} />
      </div>
      <Measured criterion={criterion} />
      <p className={classes.sentence}>{said(sentence, language)}</p>
      <p className={classes.small}>
        {t(`growth.role.${role}`)}
        {years.length === 0 ? null : ` · ${t('growth.criteria.years', { years: spanOf(years) })}`}
      </p>
      {conditions.length === 0 ? null : (
        <ul className={classes.conditions}>
          {conditions.map(({ name, met }) => (
            <li key={name} data-met={met}>
              {met ? <IconCircleCheck size={16} aria-hidden="true" /> : <IconCircleX size={16} aria-hidden="true" />}
              {t('growth.condition.said', {
                name: t(`growth.condition.${name}`),
                state: t(met ? 'growth.condition.met' : 'growth.condition.unmet'),
              })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** Without an arrow, which no typeface of ours has and screen readers spell out. */
const spanOf = (years: readonly number[]): string => {
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? String(first) : `${first}–${last}`;
};

/** Three figures and a bar: what was measured, what was needed, how far apart they are. */
const Measured = ({ criterion }: { criterion: Criterion }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { to, needed, margin, measure, nearFrom } = criterion;
  if (to === null || needed === null || margin === null) return null;
  const most = Math.max(to.value, needed, 1) * 1.08;
  const share = (value: number): string => `${Math.min(100, (value / most) * 100)}%`;
  return (
    <>
      <dl className={classes.three} data-measure={measure}>
        <div>
          <dt>{t('growth.criteria.measured')}</dt>
          <dd>{formatMeasured(to.value, measure, language)}</dd>
        </div>
        <div>
          <dt>{t('growth.criteria.threshold')}</dt>
          <dd>{formatMeasured(needed, measure, language)}</dd>
        </div>
        <div>
          <dt>{t('growth.criteria.margin')}</dt>
          <dd>{formatMargin(margin, measure, language)}</dd>
        </div>
      </dl>
      <div className={classes.meter} aria-hidden="true">
        <span
          className={classes.near}
          style={{ left: share(nearFrom ?? needed), width: `calc(${share(needed)} - ${share(nearFrom ?? needed)})` }}
        />
        <span className={classes.reached} style={{ width: share(to.value) }} />
        <span className={classes.tick} style={{ left: share(needed) }} />
      </div>
    </>
  );
};
