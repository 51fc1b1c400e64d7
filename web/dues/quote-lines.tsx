import { useTranslation } from 'react-i18next';
import type { Quote } from '../../domain/dues/quote-line.ts';
import { quoteLineBasis, quoteLineText, vatMention } from '../../domain/dues/texts.ts';
import { formatCents, formatRate } from '../format/money.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './dues.module.css';

/** What dues are made of: each line with its reason, the tax where there is one, the total. */
export const QuoteLines = ({ quote }: { quote: Quote }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { lines, vat, totalCents, policyVersion, figuresYear } = quote;
  const mention = vatMention(vat.regime, language);
  return (
    <>
      <table className={classes.lines}>
        <caption className={classes.unseen}>{t('dues.quote.table')}</caption>
        <tbody>
          {lines.map((line) => {
            const basis = quoteLineBasis(line, figuresYear, language);
            return (
              <tr key={line.code}>
                <th scope="row">
                  {quoteLineText(line, language)}
                  {basis === null ? null : <span className={classes.basis}>{basis}</span>}
                </th>
                <td>{formatCents(line.cents, language)}</td>
              </tr>
            );
          })}
          {vat.cents === 0 ? null : (
            <tr>
              <th scope="row">{t('dues.quote.vat', { rate: formatRate(vat.rateBasisPoints, language) })}</th>
              <td>{formatCents(vat.cents, language)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{vat.cents === 0 ? t('dues.quote.total') : t('dues.quote.totalWithVat')}</th>
            <td>{formatCents(totalCents, language)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.small}>
        {mention === null ? '' : `${mention}. `}
        {t('dues.quote.version', { version: policyVersion })}
      </p>
    </>
  );
};
