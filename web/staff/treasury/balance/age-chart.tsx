import { useTranslation } from 'react-i18next';
import { AGE_BUCKETS, type AgedBalance } from '../../../../domain/contract/dues-responses.ts';
import { formatCents } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Nothing, onDemand } from '../../../layout/on-demand.tsx';
import classes from './balance.module.css';

// The chart brings a library of its own weight: fetched with the page that shows it, and the tables do not wait for it.
const Bars = onDemand(() => import('./bars.tsx'), Nothing);

/** What is owed by age as bars; the table below says the same in figures. */
export const AgeChart = ({ totals }: Pick<AgedBalance, 'totals'>) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const data = AGE_BUCKETS.map((bucket) => ({ age: t(`balance.age.${bucket}`), cents: totals[bucket] }));
  const words = data
    .map(({ age, cents }) => t('balance.bar', { age, amount: formatCents(cents, language) }))
    .join(' ; ');
  return (
    <div className={classes.chart} role="img" aria-label={t('balance.picture', { words })}>
      <Bars data={data} />
    </div>
  );
};
