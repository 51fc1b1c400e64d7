import { useTranslation } from 'react-i18next';
import type { StaffInvoice } from '../../../../domain/contract/dues-responses.ts';
import type { Invoice } from '../../../../domain/invoice/invoice.ts';
import { formatCents, formatRate } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Section } from '../../shared/section.tsx';
import classes from './invoice.module.css';

/** What is left of an invoice, and how it came so. */
export const AmountsSection = ({ all: { receivable, balanceCents } }: { all: StaffInvoice }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  if (receivable === null) return null;
  const { totalCents, paidCents, creditedCents, waivedCents } = receivable;
  const minus = (cents: number): string => formatCents(-cents, language);
  return (
    <Section title={t('invoice.amounts')}>
      <dl className={classes.sums}>
        <div>
          <dt>{t('invoice.total')}</dt>
          <dd>{formatCents(totalCents, language)}</dd>
        </div>
        {paidCents === 0 ? null : (
          <div>
            <dt>{t('invoice.paid')}</dt>
            <dd>{minus(paidCents)}</dd>
          </div>
        )}
        {creditedCents === 0 ? null : (
          <div>
            <dt>{t('invoice.credited')}</dt>
            <dd>{minus(creditedCents)}</dd>
          </div>
        )}
        {waivedCents === 0 ? null : (
          <div>
            <dt>{t('invoice.waived')}</dt>
            <dd>{minus(waivedCents)}</dd>
          </div>
        )}
        <div data-last>
          <dt>{t('invoice.left')}</dt>
          <dd>{formatCents(balanceCents, language)}</dd>
        </div>
      </dl>
    </Section>
  );
};

/** What is sold, as it is printed. */
export const LinesSection = ({ invoice }: { invoice: Invoice }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { lines, netCents, vat, totalCents } = invoice;
  return (
    <Section title={t('invoice.lines')}>
      <dl className={classes.sums}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an invoice never changes.
          <div key={index} lang={invoice.language}>
            <dt>{line.description}</dt>
            <dd>{formatCents(line.netCents, language)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('invoice.net')}</dt>
          <dd>{formatCents(netCents, language)}</dd>
        </div>
        <div>
          <dt>
            {t(`vat.${vat.regime}`)}
            {vat.cents === 0 ? '' : ` (${formatRate(vat.rateBasisPoints, language)})`}
          </dt>
          <dd>{formatCents(vat.cents, language)}</dd>
        </div>
        <div data-last>
          <dt>{t('invoice.total')}</dt>
          <dd>{formatCents(totalCents, language)}</dd>
        </div>
      </dl>
    </Section>
  );
};
