import { useTranslation } from 'react-i18next';
import { CATEGORIES } from '../../../../domain/company/category.ts';
import { formatCompanyNumber } from '../../../../domain/company/identity.ts';
import type { DuesPolicy } from '../../../../domain/dues/policy.ts';
import { formatCents, formatRate, formatReference } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Facts } from '../../../layout/facts.tsx';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import classes from './scale.module.css';
import { useBandName, useMonthDay } from './use-names.ts';

/** A version of the scale, to be read. */
export const PolicyView = ({ policy }: { policy: DuesPolicy }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  const bandName = useBandName();
  const monthDay = useMonthDay();
  const { bands, basis, flat, reductions, minimumCents, vatRegime, terms, seller } = policy;
  const { newCompany, midYear } = reductions;
  return (
    <div className={classes.view}>
      <DataTable
        inset
        caption={t('scale.bands')}
        head={
          <>
            <th scope="col">{t(`scale.basis.${basis}`)}</th>
            <th scope="col" className={table.right}>
              {t('scale.yearly')}
            </th>
          </>
        }
      >
        {bands.map((band) => (
          <tr key={band.from}>
            <th scope="row">{bandName(band, basis)}</th>
            <td className={`${table.number} ${table.right}`}>{formatCents(band.cents, language)}</td>
          </tr>
        ))}
        {CATEGORIES.filter((category) => flat[category] !== undefined).map((category) => (
          <tr key={category}>
            <th scope="row">{t('scale.flatOf', { category: shared(`category.${category}.name`) })}</th>
            <td className={`${table.number} ${table.right}`}>{formatCents(flat[category] ?? 0, language)}</td>
          </tr>
        ))}
      </DataTable>
      <Facts
        rows={[
          [
            t('scale.newCompany.title'),
            newCompany === null
              ? t('scale.none')
              : t('scale.newCompany.value', { percent: newCompany.percent, years: newCompany.underYears }),
          ],
          [
            t('scale.midYear.title'),
            midYear === null
              ? t('scale.none')
              : t('scale.midYear.value', { percent: midYear.percent, day: monthDay(midYear.from) }),
          ],
          [t('scale.minimum'), minimumCents === 0 ? t('scale.none') : formatCents(minimumCents, language)],
          [t('scale.vat'), t(`vat.${vatRegime}`)],
          [t('scale.terms.due'), t('scale.days', { count: terms.dueDays })],
          [
            t('scale.terms.reminders'),
            terms.reminders.length === 0
              ? t('scale.none')
              : terms.reminders.map((days) => (days > 0 ? `+${days}` : String(days).replace('-', '−'))).join(', '),
          ],
          [t('scale.terms.formalNotice'), t('scale.daysAfter', { count: terms.formalNotice })],
          [t('scale.terms.unpaid'), t('scale.daysAfter', { count: terms.unpaid })],
          [t('scale.terms.penalty'), t('scale.perYear', { rate: formatRate(terms.penaltyRateBasisPoints, language) })],
          [
            t('scale.seller.title'),
            `${seller.legalName}, ${seller.street}, ${seller.postcode} ${seller.city} · SIREN ${formatCompanyNumber(seller.siren)}`,
          ],
          [t('scale.seller.vatNumber'), seller.vatNumber ?? t('scale.none')],
          [t('scale.seller.iban'), `${formatReference(seller.iban)} · ${seller.bic}`],
          [t('scale.seller.email'), seller.email],
        ]}
      />
    </div>
  );
};
