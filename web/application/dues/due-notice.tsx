import { useTranslation } from 'react-i18next';
import type { LinkInvoice } from '../../../domain/contract/dues-responses.ts';
import { serverNow } from '../../api/server-time.ts';
import { formatDate, formatDistance } from '../../format/dates.ts';
import { formatCents } from '../../format/money.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import classes from './dues-section.module.css';

/** Noon in Paris, whatever the season, is the same day everywhere the page counts days. */
const noonOf = (day: string): string => `${day}T11:00:00Z`;

/** What is left to pay and until when; past that day, what to do. */
export const DueNotice = ({ invoice: { balanceCents, dueOn, status } }: { invoice: LinkInvoice }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(serverNow());
  const late = dueOn < today;
  return (
    <div className={classes.due} data-late={late || undefined}>
      <p className={classes.dueLabel}>{t('dues.due.amount')}</p>
      <p className={classes.dueAmount}>{formatCents(balanceCents, language)}</p>
      <p className={classes.dueDay}>
        {t(late ? 'dues.due.late' : 'dues.due.before', { day: formatDate(dueOn, language) })}{' '}
        <span className={classes.distance}>({formatDistance(noonOf(dueOn), serverNow(), language)})</span>
      </p>
      {late ? (
        <p className={classes.lateText}>{t(status === 'unpaid' ? 'dues.due.unpaidText' : 'dues.due.lateText')}</p>
      ) : null}
    </div>
  );
};
