import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LinkInvoice } from '../../../domain/contract/dues-responses.ts';
import { formatDate } from '../../format/dates.ts';
import { formatCents } from '../../format/money.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import classes from './dues-section.module.css';

/** What was paid towards an invoice, and what the bank took back of it. */
export const Receipts = ({ receipts }: { receipts: LinkInvoice['receipts'] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (receipts.length === 0) return null;
  return (
    <div className={classes.receipts}>
      <Title order={4} size="1rem">
        {t('dues.receipts.title')}
      </Title>
      <ul>
        {receipts.map(({ paymentId, cents, method, receivedOn, reversedOn }) => {
          const line = t('dues.receipts.line', {
            amount: formatCents(cents, language),
            method: t(`dues.receipts.method.${method}`),
            day: formatDate(receivedOn, language),
          });
          return (
            <li key={paymentId}>
              {reversedOn === null ? (
                line
              ) : (
                <>
                  <s>{line}</s> · {t('dues.receipts.reversed', { day: formatDate(reversedOn, language) })}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
