import { Button, Loader } from '@mantine/core';
import { useId } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../form/draft.ts';
import { formatDate } from '../format/dates.ts';
import { formatCents } from '../format/money.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './dues.module.css';
import { QuoteLines } from './quote-lines.tsx';
import { type Missing, useQuote } from './use-quote.ts';

/** What dues would be, while the form is typed. It only informs: nothing waits for it, and its failure stops nothing. */
export const QuotePanel = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const { control } = useFormContext<Draft>();
  const company = useWatch({ control, name: 'company' });
  const figures = useWatch({ control, name: 'figures' });
  const { quote, missing, settling } = useQuote({ company, figures }, language);
  const shown = missing.length === 0 ? quote.data : undefined;
  return (
    <section className={classes.panel} aria-labelledby={title}>
      <div className={classes.panelTop}>
        <h2 id={title}>{t('dues.quote.title')}</h2>
        {settling && missing.length === 0 ? <Loader size="xs" aria-hidden="true" /> : null}
      </div>
      <p role="status" className={classes.estimate}>
        {shown === undefined ? '' : t('dues.quote.amount', { amount: formatCents(shown.totalCents, language) })}
      </p>
      {missing.length === 0 ? null : <Lacking missing={missing} />}
      {shown === undefined ? null : (
        <>
          <p className={classes.small}>
            {t('dues.quote.period', {
              from: formatDate(shown.period.from, language),
              to: formatDate(shown.period.to, language),
              year: shown.figuresYear,
            })}
          </p>
          <QuoteLines quote={shown} />
          <p className={classes.small}>{t('dues.quote.indicative')}</p>
        </>
      )}
      {missing.length === 0 && quote.isError ? (
        <div className={classes.calm}>
          <p>{t('dues.quote.unavailable')}</p>
          <Button variant="default" size="sm" loading={quote.isFetching} onClick={() => void quote.refetch()}>
            {t('feedback.retry')}
          </Button>
        </div>
      ) : null}
    </section>
  );
};

const Lacking = ({ missing }: { missing: readonly Missing[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = missing.map((name) => t(`dues.quote.missing.${name}`));
  return (
    <p className={classes.small}>
      {t('dues.quote.lacking', { fields: new Intl.ListFormat(language, { type: 'conjunction' }).format(names) })}
    </p>
  );
};
