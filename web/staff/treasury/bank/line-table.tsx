import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type * as z from 'zod';
import type { BankLine } from '../../../../domain/contract/dues-responses.ts';
import { formatShortDate } from '../../../format/dates.ts';
import { formatCents, formatMoney, formatReference } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import { invoiceAddress } from '../paths.ts';
import { LineBadge } from './state-badges.tsx';

export type Line = z.infer<typeof BankLine>;

/** Lines of a bank file: what the bank says of each, and what became of it. */
export const LineTable = ({ items }: { items: readonly Line[] }) => {
  const { t } = useTranslation('staff');
  return (
    <DataTable
      caption={t('bank.linesTable')}
      head={
        <>
          <th scope="col">{t('bank.payer')}</th>
          <th scope="col">{t('bank.booked')}</th>
          <th scope="col" className={table.right}>
            {t('treasury.amount')}
          </th>
          <th scope="col">{t('bank.result')}</th>
          <th scope="col">{t('bank.paid')}</th>
        </>
      }
    >
      {items.map((line) => (
        <Row key={line.lineId} line={line} />
      ))}
    </DataTable>
  );
};

const Row = ({ line }: { line: Line }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        <strong>{line.payer ?? t('bank.noPayer')}</strong>
        <span className={table.sub}>
          <Quoted line={line} />
        </span>
      </th>
      <td data-label={t('bank.booked')} className={table.short}>
        {formatShortDate(line.bookedOn, language)}
      </td>
      <td data-label={t('treasury.amount')} className={`${table.number} ${table.right}`}>
        {formatMoney(line.cents, line.currency, language)}
      </td>
      <td data-label={t('bank.result')}>
        <LineBadge state={line.state} />
      </td>
      <td data-label={t('bank.paid')}>
        <Outcome line={line} />
      </td>
    </tr>
  );
};

/** What the transfer says: its reference, or its free text. */
export const Quoted = ({ line: { reference, remittance } }: { line: Line }) => {
  const { t } = useTranslation('staff');
  if (reference !== null) return formatReference(reference);
  return remittance === '' ? t('bank.noText') : remittance;
};

const Outcome = ({ line: { invoices, heldCents, note } }: { line: Line }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  if (invoices.length === 0 && heldCents === 0) return note === '' ? '–' : note;
  return (
    <div>
      {invoices.map(({ number, cents }) => (
        <span key={number} className={table.sub}>
          <Link className={table.name} href={invoiceAddress(number)}>
            {number}
          </Link>
          {' · '}
          {formatCents(cents, language)}
        </span>
      ))}
      {heldCents === 0 ? null : (
        <span className={table.sub}>{t('bank.held', { amount: formatCents(heldCents, language) })}</span>
      )}
    </div>
  );
};
