import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import { AGE_BUCKETS, type AgedBalance } from '../../../../domain/contract/dues-responses.ts';
import { EmptyState } from '../../../feedback/empty-state.tsx';
import { formatCents } from '../../../format/money.ts';
import { formatNumber } from '../../../format/numbers.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import { accountAddress } from '../paths.ts';
import classes from './balance.module.css';

export type Age = (typeof AGE_BUCKETS)[number];

/** The sums by age; each narrows the companies below to those that owe something that old. */
export const AgeTable = ({
  totals,
  chosen,
  onChoose,
}: {
  totals: AgedBalance['totals'];
  chosen: Age | null;
  onChoose: (age: Age | null) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <fieldset className={classes.ages}>
      <legend className={classes.legend}>{t('balance.drill')}</legend>
      {AGE_BUCKETS.map((bucket) => (
        <button
          key={bucket}
          type="button"
          className={classes.age}
          aria-pressed={chosen === bucket}
          onClick={() => onChoose(chosen === bucket ? null : bucket)}
        >
          <span>{t(`balance.age.${bucket}`)}</span>
          <strong>{formatCents(totals[bucket], language)}</strong>
        </button>
      ))}
    </fieldset>
  );
};

/** Who owes, and how old it is. */
export const CompanyTable = ({ items, age }: { items: AgedBalance['items']; age: Age | null }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const amount = (cents: number): string => (cents === 0 ? '–' : formatCents(cents, language));
  if (items.length === 0) return <EmptyState title={t('balance.none')} />;
  return (
    <div>
      <p role="status" className={classes.count}>
        {t(age === null ? 'balance.companies' : 'balance.companiesOfAge', {
          count: items.length,
          companies: formatNumber(items.length, language),
          age: age === null ? '' : t(`balance.age.${age}`),
        })}
      </p>
      <DataTable
        caption={t('balance.table')}
        head={
          <>
            <th scope="col">{t('invoices.company')}</th>
            {AGE_BUCKETS.map((bucket) => (
              <th key={bucket} scope="col" className={table.right}>
                {t(`balance.age.${bucket}`)}
              </th>
            ))}
            <th scope="col" className={table.right}>
              {t('balance.total')}
            </th>
          </>
        }
      >
        {items.map((item) => (
          <tr key={item.applicationId}>
            <th scope="row">
              <Link className={table.name} href={accountAddress(item.applicationId)}>
                {item.companyName}
              </Link>
              <span className={table.sub}>
                {item.antenna === null ? t('applications.noAntenna') : ANTENNA_NAMES[item.antenna]}
                {item.memberNumber === null ? '' : ` · ${item.memberNumber}`}
              </span>
            </th>
            {AGE_BUCKETS.map((bucket) => (
              <td
                key={bucket}
                data-label={t(`balance.age.${bucket}`)}
                className={`${table.number} ${table.right} ${item.buckets[bucket] === 0 ? classes.zero : ''}`}
              >
                {amount(item.buckets[bucket])}
              </td>
            ))}
            <td data-label={t('balance.total')} className={`${table.number} ${table.right}`}>
              <strong>{formatCents(item.totalCents, language)}</strong>
            </td>
          </tr>
        ))}
      </DataTable>
    </div>
  );
};
