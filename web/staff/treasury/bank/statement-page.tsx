import { Alert, Anchor, Progress, Text } from '@mantine/core';
import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { BankLineState, type BankStatement } from '../../../../domain/contract/dues-responses.ts';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { formatMoment } from '../../../format/dates.ts';
import { formatCents } from '../../../format/money.ts';
import { formatNumber } from '../../../format/numbers.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffList, useStaffQuery } from '../../api/use-staff-call.ts';
import own from '../../application/application.module.css';
import { ListFrame } from '../../applications/list-frame.tsx';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { BANK_PATH, QUEUE_PATH } from '../paths.ts';
import { TreasuryPage } from '../treasury-page.tsx';
import classes from './bank.module.css';
import { Days } from './bank-page.tsx';
import { LineTable } from './line-table.tsx';
import { StatementBadge } from './state-badges.tsx';

/** Milliseconds between two looks at a file whose lines are being matched. */
const WATCHING = 1_500;

/** One bank file: how far it is, and what became of each line. */
export default function StatementPage({ statementId }: { statementId: string }) {
  const { t } = useTranslation('staff');
  const statement = useStaffQuery(
    'GetBankStatement',
    { params: { id: statementId } },
    { polling: (data) => (data?.status === 'running' ? WATCHING : false) },
  );
  if (statement.data !== undefined) return <Loaded statement={statement.data} />;
  if (statement.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('bank.title')}
      error={statement.error}
      onRetry={() => void statement.refetch()}
      retrying={statement.isRefetching}
    />
  );
}

const Loaded = ({ statement }: { statement: BankStatement }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [query] = useSearchParams();
  const { fileName, uploadedAt, uploadedBy, status, statements, counts } = statement;
  const closing = statements.at(-1)?.closingCents ?? null;
  return (
    <TreasuryPage
      title={fileName}
      lead={
        <>
          {t('bank.sentBy', { moment: formatMoment(uploadedAt, language), name: uploadedBy })}
          {' · '}
          <Days statements={statements} />
          {closing === null ? '' : ` · ${t('bank.closing', { amount: formatCents(closing, language) })}`}
          <br />
          <Anchor component={Link} href={BANK_PATH}>
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('bank.back')}
          </Anchor>
        </>
      }
      aside={<StatementBadge status={status} size="xl" />}
    >
      {query.has('known') ? (
        <Alert role="status" color="ochre" mb="lg" icon={<IconInfoCircle aria-hidden="true" />}>
          {t('bank.known')}
        </Alert>
      ) : null}
      {status === 'failed' ? (
        <Alert color="red" mb="lg" title={t('bank.progress.failed')}>
          {t('bank.failedText')}
        </Alert>
      ) : null}
      <Matching statement={statement} />
      {(counts.unknown ?? 0) > 0 && status !== 'running' ? (
        <Alert role="note" color="terracotta" mb="lg" icon={<IconInfoCircle aria-hidden="true" />}>
          {t('bank.unknownSome', { count: counts.unknown ?? 0 })}{' '}
          <Anchor inherit component={Link} href={QUEUE_PATH}>
            {t('bank.goToQueue')}
          </Anchor>
        </Alert>
      ) : null}
      <Lines statement={statement} />
    </TreasuryPage>
  );
};

/** How many lines are done, while they are being matched. */
const Matching = ({ statement: { status, done, lines } }: { statement: BankStatement }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  if (status !== 'running') return null;
  const words = t('bank.matching', { done: formatNumber(done, language), lines: formatNumber(lines, language) });
  return (
    <div className={classes.matching}>
      <Text role="status" size="sm" mb={6}>
        {words}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section value={lines === 0 ? 0 : (done / lines) * 100} aria-label={words} />
      </Progress.Root>
    </div>
  );
};

/** The lines, all or those that ended in one state. The list is read again as the counts grow. */
const Lines = ({ statement }: { statement: BankStatement }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [query, setQuery] = useSearchParams();
  const state = BankLineState.safeParse(query.get('state')).data ?? null;
  const { statementId, counts, lines, done } = statement;
  const list = useStaffList(
    'ListBankLines',
    state === null ? {} : { state },
    { id: statementId },
    statement.status === 'running' ? done : undefined,
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (next: BankLineState | null): void =>
    setQuery(next === null ? {} : { state: next }, { replace: true });
  const present = BankLineState.options.filter((option) => (counts[option] ?? 0) > 0);
  return (
    <>
      <fieldset className={classes.states}>
        <legend className={classes.unseen}>{t('bank.filter')}</legend>
        <StateButton chosen={state === null} onClick={() => choose(null)}>
          {t('bank.all')} <b>{formatNumber(lines, language)}</b>
        </StateButton>
        {present.map((option) => (
          <StateButton key={option} chosen={state === option} onClick={() => choose(option)}>
            {t(`lineState.${option}.name`)} <b>{formatNumber(counts[option] ?? 0, language)}</b>
          </StateButton>
        ))}
      </fieldset>
      {state === null ? null : <p className={classes.explained}>{t(`lineState.${state}.text`)}</p>}
      <ListFrame
        list={list}
        count={items.length}
        empty={t('bank.noLines', { returnObjects: true })}
        more={t('bank.loadMore')}
      >
        <LineTable items={items} />
      </ListFrame>
    </>
  );
};

const StateButton = ({
  chosen,
  onClick,
  children,
}: {
  chosen: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) => (
  <button type="button" className={classes.state} aria-pressed={chosen} onClick={onClick}>
    {children}
  </button>
);
