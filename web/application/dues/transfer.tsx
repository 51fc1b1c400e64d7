import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { TransferDetails } from '../../../domain/contract/dues-responses.ts';
import { CopyValue } from '../../dues/copy-value.tsx';
import { EpcQr } from '../../dues/epc-qr.tsx';
import { formatCents, formatReference, typedCents } from '../../format/money.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import classes from './dues-section.module.css';

/** Everything a transfer needs, each value to be copied, or all of it scanned. */
export const Transfer = ({ transfer }: { transfer: z.infer<typeof TransferDetails> }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, iban, bic, reference, cents, qr } = transfer;
  const amount = formatCents(cents, language);
  return (
    <div className={classes.transfer}>
      <div>
        <Title order={4} size="1.05rem">
          {t('dues.pay.title')}
        </Title>
        <p className={classes.small}>{t('dues.pay.text')}</p>
        <dl className={classes.details}>
          <dt>{t('dues.pay.name')}</dt>
          <dd>{name}</dd>
          <dt>{t('dues.pay.iban')}</dt>
          <dd>
            <CopyValue name={t('dues.pay.iban')} shown={formatReference(iban)} value={iban} />
          </dd>
          <dt>{t('dues.pay.bic')}</dt>
          <dd>{bic}</dd>
          <dt>{t('dues.pay.reference')}</dt>
          <dd>
            <CopyValue name={t('dues.pay.reference')} shown={formatReference(reference)} value={reference} />
          </dd>
          <dt>{t('dues.pay.amount')}</dt>
          <dd>
            <CopyValue name={t('dues.pay.amount')} shown={amount} value={typedCents(cents, language)} />
          </dd>
        </dl>
        <p className={classes.small}>{t('dues.pay.after')}</p>
      </div>
      <figure className={classes.scan}>
        <EpcQr text={qr} label={t('dues.pay.qr', { amount, name, iban: formatReference(iban), reference })} />
        <figcaption>{t('dues.pay.scan')}</figcaption>
      </figure>
    </div>
  );
};
