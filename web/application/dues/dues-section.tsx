import { Alert, Loader, Title } from '@mantine/core';
import { IconPigMoney } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApplicationStatus } from '../../../domain/application/status.ts';
import type { LinkDues } from '../../../domain/contract/dues-responses.ts';
import { QuoteLines } from '../../dues/quote-lines.tsx';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { BlockSkeleton, Loading } from '../../feedback/skeletons.tsx';
import { formatDate } from '../../format/dates.ts';
import { formatCents } from '../../format/money.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import application from '../application.module.css';
import classes from './dues-section.module.css';
import { InvoiceCard } from './invoice-card.tsx';
import { useDues } from './use-dues.ts';

/** Statuses in which an invoice is about to come. */
const EXPECTED: readonly ApplicationStatus[] = ['approved', 'awaiting-payment'];

/** What the company owes, how to pay it, and what it paid: the newest invoice first. */
export const DuesSection = ({ token, status }: { token: string; status: ApplicationStatus }) => {
  const { t } = useTranslation();
  const expected = EXPECTED.includes(status);
  const dues = useDues(token, status, expected);
  const nothing = dues.data !== undefined && dues.data.invoices.length === 0 && dues.data.quote === null;
  if (nothing && !expected) return null;
  return (
    <section className={application.panel} aria-labelledby="dues-title">
      <Title order={2} size="h3" id="dues-title">
        {t('dues.title')}
      </Title>
      {dues.isPending ? (
        <div className={classes.waiting}>
          <Loading />
          <BlockSkeleton lines={4} />
        </div>
      ) : null}
      {dues.isError ? (
        <FailureAlert error={dues.error} onRetry={() => void dues.refetch()} retrying={dues.isFetching}>
          <p className={application.small}>{t('dues.failed')}</p>
        </FailureAlert>
      ) : null}
      {dues.data === undefined ? null : <Loaded token={token} dues={dues.data} expected={expected} />}
    </section>
  );
};

const Loaded = ({ token, dues, expected }: { token: string; dues: LinkDues; expected: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { quote, invoices, heldCents, cardPayment } = dues;
  if (invoices.length === 0) {
    return (
      <>
        {expected ? (
          <p className={application.working}>
            <Loader size="xs" aria-hidden="true" /> {t('dues.coming')}
          </p>
        ) : (
          <p className={application.small}>{t('dues.planned')}</p>
        )}
        {quote === null ? null : (
          <>
            <QuoteLines quote={quote} />
            <p className={application.small}>
              {t('dues.quote.period', {
                from: formatDate(quote.period.from, language),
                to: formatDate(quote.period.to, language),
                year: quote.figuresYear,
              })}
            </p>
          </>
        )}
      </>
    );
  }
  const newestFirst = invoices.toSorted(
    (a, b) => b.issuedOn.localeCompare(a.issuedOn) || b.number.localeCompare(a.number),
  );
  return (
    <>
      {heldCents === 0 ? null : (
        <Alert role="note" color="ochre" mt="md" icon={<IconPigMoney aria-hidden="true" />}>
          {t('dues.held', { amount: formatCents(heldCents, language) })}
        </Alert>
      )}
      {newestFirst.map((invoice) => (
        <InvoiceCard key={invoice.number} token={token} invoice={invoice} cardPayment={cardPayment} />
      ))}
    </>
  );
};
