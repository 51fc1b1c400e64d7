import { Alert, Anchor } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatCompanyNumber } from '../../../../domain/company/identity.ts';
import type { StaffInvoice } from '../../../../domain/contract/dues-responses.ts';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { formatDate } from '../../../format/dates.ts';
import { formatCents, formatReference } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Fact, Facts } from '../../../layout/facts.tsx';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import own from '../../application/application.module.css';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { Section } from '../../shared/section.tsx';
import { InvoiceBadge } from '../invoices/invoice-badge.tsx';
import { isLate, useToday } from '../invoices/use-late.ts';
import { accountAddress, invoiceAddress, TREASURY } from '../paths.ts';
import classes from '../treasury.module.css';
import { TreasuryPage } from '../treasury-page.tsx';
import { HistoryList } from './history-list.tsx';
import { type Done, InvoiceActions } from './invoice-actions.tsx';
import { AmountsSection, LinesSection } from './invoice-sections.tsx';

/** One invoice or credit note with all that came of it, and what may be done about it. */
export default function InvoicePage({ number }: { number: string }) {
  const { t } = useTranslation('staff');
  const invoice = useStaffQuery('GetInvoice', { params: { number } });
  if (invoice.data !== undefined) return <Loaded invoice={invoice.data} />;
  if (invoice.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t(number.startsWith('A') ? 'invoice.creditNote' : 'invoice.invoice', { number })}
      error={invoice.error}
      onRetry={() => void invoice.refetch()}
      retrying={invoice.isRefetching}
    />
  );
}

const Loaded = ({ invoice: all }: { invoice: StaffInvoice }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [done, setDone] = useState<Done | null>(null);
  const { invoice, receivable } = all;
  return (
    <TreasuryPage
      title={t(invoice.kind === 'invoice' ? 'invoice.invoice' : 'invoice.creditNote', { number: invoice.number })}
      lead={
        <>
          {invoice.buyer.legalName} · {t('application.siren')} {formatCompanyNumber(invoice.buyer.siren)}
          <br />
          <Anchor component={Link} href={TREASURY}>
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('invoice.back')}
          </Anchor>
        </>
      }
      aside={<InvoiceBadge status={receivable?.status ?? null} size="xl" />}
    >
      {done === null ? null : (
        <Alert role="status" color="green" mb="lg" icon={<IconCircleCheck aria-hidden="true" />}>
          {t(`invoice.done.${done.kind}`)}{' '}
          {done.creditNote === null ? null : (
            <Anchor inherit component={Link} href={invoiceAddress(done.creditNote)}>
              {done.creditNote}
            </Anchor>
          )}
        </Alert>
      )}
      <div className={own.columns}>
        <div className={own.main}>
          <AmountsSection all={all} />
          <LinesSection invoice={invoice} />
          <Section title={t('invoice.history')}>
            <HistoryList invoice={all} />
          </Section>
        </div>
        <div className={own.side}>
          <InvoiceActions all={all} onDone={setDone} />
          <Section title={t('invoice.about')}>
            <Facts narrow>
              <Fact name={t('invoices.issued')} value={formatDate(invoice.issuedOn, language)} />
              {receivable === null ? null : <Due all={all} />}
              <Fact
                name={t('invoice.period')}
                value={t('members.from', {
                  from: formatDate(invoice.period.from, language),
                  to: formatDate(invoice.period.to, language),
                })}
              />
              {receivable === null ? null : (
                <Fact name={t('invoice.reference')} value={formatReference(invoice.reference)} />
              )}
              {invoice.corrects === null ? null : (
                <>
                  <Fact
                    name={t('invoice.corrects')}
                    value={
                      <Anchor component={Link} href={invoiceAddress(invoice.corrects.number)}>
                        {invoice.corrects.number}
                      </Anchor>
                    }
                  />
                  <Fact name={t('treasury.reason')} value={invoice.corrects.reason} />
                </>
              )}
              <Fact name={t('invoice.recipient')} value={`${invoice.buyer.contactName}, ${invoice.buyer.email}`} />
              <Fact
                name={t('invoice.account')}
                value={
                  <Anchor component={Link} href={accountAddress(invoice.applicationId)}>
                    {t('invoice.seeAccount')}
                  </Anchor>
                }
              />
              <Fact
                name={t('application.title')}
                value={
                  <Anchor component={Link} href={`/staff/applications/${invoice.applicationId}`}>
                    {t('invoice.seeFile')}
                  </Anchor>
                }
              />
            </Facts>
          </Section>
        </div>
      </div>
    </TreasuryPage>
  );
};

/** The day it is due now, and the day it first was, where a delay was granted. */
const Due = ({ all: { invoice, receivable, balanceCents } }: { all: StaffInvoice }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const today = useToday();
  if (receivable === null) return null;
  const { dueOn, status } = receivable;
  const late = isLate({ balanceCents, dueOn, status }, today);
  return (
    <Fact
      name={t('invoices.due')}
      value={
        <>
          <span className={late ? classes.late : undefined}>
            {formatDate(dueOn, language)}
            {late ? ` (${t('invoices.late')}, ${formatCents(balanceCents, language)})` : ''}
          </span>
          {dueOn === invoice.dueOn ? null : (
            <span className={classes.muted}>
              {' '}
              {t('invoice.firstDue', { day: formatDate(invoice.dueOn, language) })}
            </span>
          )}
        </>
      }
    />
  );
};
