import { Alert, Badge, Button } from '@mantine/core';
import { IconClock, IconShieldOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import type { StaffGrowthCase } from '../../../../domain/contract/growth-responses.ts';
import { quorumOf } from '../../../../domain/jury/panel.ts';
import type { Seat } from '../../../../domain/jury/session.ts';
import { formatDay, formatMoment } from '../../../format/dates.ts';
import { Tally } from '../../../growth/decisions.tsx';
import { said } from '../../../growth/said.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { VoteBadge } from '../../jury/vote-badge.tsx';
import { Section } from '../../shared/section.tsx';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import classes from './case.module.css';
import { RecuseDialog } from './recuse-dialog.tsx';

type Session = StaffGrowthCase['sessions'][number];

/**
 * One sitting: who sat, what each declared and voted and why, who left a seat, what it came to.
 * @param recusing the case whose jurors the reader may still recuse; null where they may not
 */
export const SessionSection = ({ session, recusing }: { session: Session; recusing: string | null }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [recused, setRecused] = useState<Seat | null>(null);
  const standing = useRef<HTMLParagraphElement>(null);
  const { number, instance, dueAt, closedAt, verdict, sentence, panel, votes, seatsLost, struck } = session;
  const names = namesOf(session);
  return (
    <Section
      title={t('growth.session.title', { number, instance: t(`growth.instance.${instance}`) })}
      aside={
        closedAt === null ? (
          <Badge size="lg" variant="light" color="terracotta" leftSection={<IconClock size={14} aria-hidden="true" />}>
            {t('growth.session.until', { day: formatDay(dueAt, language) })}
          </Badge>
        ) : (
          <Badge size="lg" variant="light" color="gray">
            {t('growth.session.closed', { day: formatDay(closedAt, language) })}
          </Badge>
        )
      }
    >
      {sentence === null ? (
        <p ref={standing} tabIndex={-1} role="status" className={classes.verdict}>
          {t('growth.session.open', { voted: votes.length, seats: panel.seats.length, quorum: quorumOf(panel) })}
        </p>
      ) : (
        <p className={classes.verdict}>{said(sentence, language)}</p>
      )}
      {verdict === null ? null : <Tally verdict={verdict} />}
      <div className={classes.seats}>
        <DataTable
          inset
          caption={t('growth.session.seats')}
          head={
            <>
              <th scope="col">{t('growth.session.juror')}</th>
              <th scope="col">{t('growth.session.declared')}</th>
              <th scope="col">{t('growth.session.vote')}</th>
            </>
          }
        >
          {panel.seats.map((seat) => (
            <SeatRow
              key={seat.jurorId}
              session={session}
              seat={seat}
              onRecuse={recusing === null ? null : () => setRecused(seat)}
            />
          ))}
        </DataTable>
      </div>
      {seatsLost.map((lost) => (
        <Alert key={`${lost.jurorId} ${lost.at}`} color="ochre" mt="sm" icon={<IconShieldOff aria-hidden="true" />}>
          {t(`growth.session.lost.${lost.why}`, {
            name: lost.name ?? t('growth.session.somebody'),
            day: formatDay(lost.at, language),
          })}{' '}
          {lost.replacedBy === null
            ? t('growth.session.notReplaced')
            : t('growth.session.replaced', { name: names.get(lost.replacedBy) ?? t('growth.session.somebody') })}
          <Reason session={session} jurorId={lost.jurorId} />
        </Alert>
      ))}
      {recusing === null || recused === null ? null : (
        <RecuseDialog
          caseId={recusing}
          seat={recused}
          onClose={() => setRecused(null)}
          onDone={() => {
            setRecused(null);
            // The button that was pressed is gone with its seat: how the sitting stands now takes the focus.
            standing.current?.focus();
          }}
        />
      )}
      {struck.length === 0 ? null : <p className={table.sub}>{t('growth.session.struck', { count: struck.length })}</p>}
    </Section>
  );
};

/** Names by juror, as the panel has them. */
const namesOf = ({ panel }: Session): ReadonlyMap<string, string> =>
  new Map([...panel.seats, ...panel.deputies].map(({ jurorId, name }) => [jurorId, name]));

/** Which tie a juror declared, in their words. */
const Reason = ({ session: { declarations }, jurorId }: { session: Session; jurorId: string }) => {
  const reason = declarations.find((one) => one.jurorId === jurorId && one.conflict)?.reason ?? '';
  return reason === '' ? null : <q className={classes.said}>{reason}</q>;
};

const SeatRow = ({ session, seat, onRecuse }: { session: Session; seat: Seat; onRecuse: (() => void) | null }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { jurorId, name, antenna, chair } = seat;
  const declared = session.declarations.find((one) => one.jurorId === jurorId);
  const vote = session.votes.find((one) => one.jurorId === jurorId);
  return (
    <tr>
      <th scope="row">
        <strong>{name}</strong>
        <span className={table.sub}>
          {[chair ? t('growth.role.chair') : null, antenna === null ? null : ANTENNA_NAMES[antenna]]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </th>
      <td data-label={t('growth.session.declared')}>
        {declared === undefined ? t('growth.session.notYet') : t('growth.session.noConflict')}
      </td>
      <td data-label={t('growth.session.vote')}>
        {vote === undefined ? (
          <>
            {t('growth.session.noVote')}
            {onRecuse === null ? null : (
              <Button
                variant="subtle"
                size="compact-md"
                ml="xs"
                aria-label={t('growth.recuse.label', { name })}
                onClick={onRecuse}
              >
                {t('growth.recuse.button')}
              </Button>
            )}
          </>
        ) : (
          <>
            <VoteBadge vote={vote.vote} />
            <span className={classes.reason}>{vote.comment}</span>
            <span className={table.sub}>{formatMoment(vote.at, language)}</span>
          </>
        )}
      </td>
    </tr>
  );
};
