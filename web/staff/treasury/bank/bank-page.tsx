import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BankStatement } from '../../../../domain/contract/dues-responses.ts';
import { formatDate, formatMoment } from '../../../format/dates.ts';
import { formatNumber } from '../../../format/numbers.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffList } from '../../api/use-staff-call.ts';
import { ListFrame } from '../../applications/list-frame.tsx';
import { keepsAccounts } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import { statementAddress } from '../paths.ts';
import { TreasuryPage } from '../treasury-page.tsx';
import classes from './bank.module.css';
import { StatementBadge } from './state-badges.tsx';
import { Upload } from './upload.tsx';

/** Sending a bank file, and the files that were sent. */
export default function BankPage() {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  const list = useStaffList('ListBankStatements', {});
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <TreasuryPage title={t('bank.title')} lead={t('bank.lead')}>
      {keepsAccounts(person.groups) && <Upload />}
      <h2 className={classes.heading}>{t('bank.files')}</h2>
      <ListFrame
        list={list}
        count={items.length}
        empty={t('bank.empty', { returnObjects: true })}
        more={t('bank.loadMore')}
      >
        <DataTable
          caption={t('bank.files')}
          head={
            <>
              <th scope="col">{t('bank.file')}</th>
              <th scope="col">{t('bank.days')}</th>
              <th scope="col" className={table.right}>
                {t('bank.lines')}
              </th>
              <th scope="col" className={table.right}>
                {t('bank.toMatch')}
              </th>
              <th scope="col">{t('bank.status')}</th>
            </>
          }
        >
          {items.map((item) => (
            <Row key={item.statementId} item={item} />
          ))}
        </DataTable>
      </ListFrame>
    </TreasuryPage>
  );
}

const Row = ({ item }: { item: BankStatement }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        <Link className={table.name} href={statementAddress(item.statementId)}>
          {item.fileName}
        </Link>
        <span className={table.sub}>
          {t('bank.sentBy', { moment: formatMoment(item.uploadedAt, language), name: item.uploadedBy })}
        </span>
      </th>
      <td data-label={t('bank.days')}>
        <Days statements={item.statements} />
      </td>
      <td data-label={t('bank.lines')} className={`${table.number} ${table.right}`}>
        {formatNumber(item.lines, language)}
      </td>
      <td data-label={t('bank.toMatch')} className={`${table.number} ${table.right}`}>
        {formatNumber(item.counts.unknown ?? 0, language)}
      </td>
      <td data-label={t('bank.status')}>
        <StatementBadge status={item.status} />
      </td>
    </tr>
  );
};

/** The days that the statements of a file cover, from the first to the last. */
export const Days = ({ statements }: Pick<BankStatement, 'statements'>) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const from = statements.flatMap((statement) => statement.from ?? []).sort()[0];
  const to = statements
    .flatMap((statement) => statement.to ?? [])
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return '–';
  return from === to
    ? formatDate(from, language)
    : t('members.from', { from: formatDate(from, language), to: formatDate(to, language) });
};
