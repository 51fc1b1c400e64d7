import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { AGE_BUCKETS, type AgedBalance } from '../../../../domain/contract/dues-responses.ts';
import { EmptyState } from '../../../feedback/empty-state.tsx';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { formatDate } from '../../../format/dates.ts';
import { formatCents } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { Section } from '../../shared/section.tsx';
import classes from '../treasury.module.css';
import { TreasuryPage } from '../treasury-page.tsx';
import { AgeChart } from './age-chart.tsx';
import { type Age, AgeTable, CompanyTable } from './age-tables.tsx';
import { Exports } from './exports.tsx';

/** What is owed by age, as a picture and as tables, and the journals to take away. */
export default function BalancePage() {
  const { t } = useTranslation('staff');
  const balance = useStaffQuery('GetAgedBalance', {});
  if (balance.data !== undefined) return <Loaded balance={balance.data} />;
  if (balance.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('balance.title')}
      error={balance.error}
      onRetry={() => void balance.refetch()}
      retrying={balance.isRefetching}
    />
  );
}

const Loaded = ({ balance }: { balance: AgedBalance }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [query, setQuery] = useSearchParams();
  const age = AGE_BUCKETS.find((bucket) => bucket === query.get('age')) ?? null;
  const choose = (next: Age | null): void => setQuery(next === null ? {} : { age: next }, { replace: true });
  const total = AGE_BUCKETS.reduce((sum, bucket) => sum + balance.totals[bucket], 0);
  const items = age === null ? balance.items : balance.items.filter(({ buckets }) => buckets[age] > 0);
  return (
    <TreasuryPage
      title={t('balance.title')}
      lead={t('balance.lead', { day: formatDate(balance.on, language), amount: formatCents(total, language) })}
    >
      <div className={classes.stack}>
        {total === 0 ? (
          <EmptyState title={t('balance.empty.title')}>{t('balance.empty.text')}</EmptyState>
        ) : (
          <>
            <Section title={t('balance.byAge')}>
              <AgeChart totals={balance.totals} />
              <AgeTable totals={balance.totals} chosen={age} onChoose={choose} />
            </Section>
            <CompanyTable items={items} age={age} />
          </>
        )}
        <Exports today={balance.on} />
      </div>
    </TreasuryPage>
  );
};
