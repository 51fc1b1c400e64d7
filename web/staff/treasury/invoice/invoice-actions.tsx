import { Button, Stack } from '@mantine/core';
import { IconCash, IconFileMinus, IconHeartHandshake } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffInvoice } from '../../../../domain/contract/dues-responses.ts';
import { formatDate } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Section } from '../../shared/section.tsx';
import { DelayDialog } from './delay-dialog.tsx';
import classes from './invoice.module.css';
import { InvoiceDocuments } from './invoice-documents.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import { ReduceDialog } from './reduce-dialog.tsx';

/** What was done, and the credit note it made, if any. */
export type Done = { kind: 'waive' | 'credit' | 'pay' | 'grant' | 'decline'; creditNote: string | null };
type Asking = 'waive' | 'credit' | 'pay' | 'grant' | 'decline';

/** The documents of an invoice, and what may be done about it now. @param onDone it was done */
export const InvoiceActions = ({ all, onDone }: { all: StaffInvoice; onDone: (done: Done) => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { invoice, receivable, may } = all;
  const close = (): void => setAsking(null);
  const finish = (kind: Done['kind'], creditNote: string | null = null): void => {
    close();
    onDone({ kind, creditNote });
  };
  const asked = receivable?.delayAsked ?? null;
  return (
    <Section title={t('invoice.actions')}>
      <Stack>
        {asked === null ? null : (
          <div className={classes.asked}>
            <p>{t('invoice.did.delayAsked', { day: formatDate(asked.until, language) })}</p>
            <blockquote>{asked.reason}</blockquote>
          </div>
        )}
        <div className={classes.actions}>
          {may.decideDelay && (
            <>
              <Button onClick={() => setAsking('grant')}>{t('invoice.grant.button')}</Button>
              <Button variant="outline" onClick={() => setAsking('decline')}>
                {t('invoice.decline.button')}
              </Button>
            </>
          )}
          {may.pay && (
            <Button
              variant={may.decideDelay ? 'outline' : 'filled'}
              leftSection={<IconCash size={18} aria-hidden="true" />}
              onClick={() => setAsking('pay')}
            >
              {t('invoice.pay.button')}
            </Button>
          )}
          {may.credit && (
            <Button
              variant="outline"
              leftSection={<IconFileMinus size={18} aria-hidden="true" />}
              onClick={() => setAsking('credit')}
            >
              {t('invoice.credit.button')}
            </Button>
          )}
          {may.waive && (
            <Button
              variant="outline"
              leftSection={<IconHeartHandshake size={18} aria-hidden="true" />}
              onClick={() => setAsking('waive')}
            >
              {t('invoice.waive.button')}
            </Button>
          )}
          <InvoiceDocuments number={invoice.number} />
        </div>
      </Stack>
      {asking === 'pay' && <PaymentDialog all={all} onClose={close} onDone={() => finish('pay')} />}
      {asking === 'waive' && <ReduceDialog kind="waive" all={all} onClose={close} onDone={() => finish('waive')} />}
      {asking === 'credit' && (
        <ReduceDialog kind="credit" all={all} onClose={close} onDone={(number) => finish('credit', number)} />
      )}
      {(asking === 'grant' || asking === 'decline') && (
        <DelayDialog decision={asking} all={all} onClose={close} onDone={() => finish(asking)} />
      )}
    </Section>
  );
};
