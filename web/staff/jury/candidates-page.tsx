import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../../domain/antenna/antenna.ts';
import type { JuryCase } from '../../../domain/contract/growth-responses.ts';
import { JURY_POLICY } from '../../../domain/jury/policy.ts';
import { EmptyState } from '../../feedback/empty-state.tsx';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { formatDay, formatDistance } from '../../format/dates.ts';
import { ResultBadge } from '../../growth/verdict-badge.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import { juryAddress } from '../growth/paths.ts';
import { useNow } from '../shared/use-now.ts';
import { Compare } from './compare.tsx';
import classes from './jury.module.css';
import { JuryRefused } from './refused.tsx';
import { inOrder, type Standing, standingOf } from './standing.ts';

/** The candidates before a juror: what each asks of them and until when, then those they opened, side by side. */
export default function CandidatesPage() {
  const { t } = useTranslation('staff');
  const now = useNow().getTime();
  const query = useStaffQuery('ListJuryCases', {});
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) {
    return (
      <JuryRefused
        title={t('jury.title')}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isRefetching}
      />
    );
  }
  const cases = inOrder(query.data.items, now);
  return (
    <Page
      width="wide"
      title={t('jury.title')}
      lead={t('jury.lead', { seats: JURY_POLICY.seats, quorum: JURY_POLICY.smallestQuorum })}
    >
      {cases.length === 0 ? (
        <EmptyState title={t('jury.empty.title')}>{t('jury.empty.text')}</EmptyState>
      ) : (
        <>
          <ul className={classes.candidates}>
            {cases.map((one) => (
              <li key={`${one.caseId} ${one.session}`}>
                <Candidate candidate={one} now={now} />
              </li>
            ))}
          </ul>
          <Compare cases={cases} />
        </>
      )}
    </Page>
  );
}

const COLORS = {
  'to-declare': 'terracotta',
  'to-vote': 'terracotta',
  voted: 'green',
  conflict: 'gray',
  closed: 'gray',
} as const satisfies Record<Standing, string>;

const Candidate = ({ candidate, now }: { candidate: JuryCase; now: number }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { caseId, companyName, antenna, dueAt, instance, chair, file, outcome } = candidate;
  const standing = standingOf(candidate, now);
  const asks = standing === 'to-declare' || standing === 'to-vote';
  return (
    <article className={classes.candidate} data-asks={asks}>
      <p className={classes.badges}>
        <Badge size="lg" variant="light" color={COLORS[standing]}>
          {t(`jury.standing.${standing}`)}
        </Badge>
        {instance === 'appeal' ? (
          <Badge size="lg" variant="outline" color="gray">
            {t('jury.appeal')}
          </Badge>
        ) : null}
        {chair ? (
          <Badge size="lg" variant="outline" color="passage">
            {t('jury.chair')}
          </Badge>
        ) : null}
      </p>
      <h2 className={classes.name}>{companyName}</h2>
      <p className={classes.small}>{ANTENNA_NAMES[antenna]}</p>
      {outcome === null ? (
        <p className={classes.small} data-asks={asks}>
          {t('jury.due', { day: formatDay(dueAt, language) })} ({formatDistance(dueAt, now, language)})
        </p>
      ) : (
        <p className={classes.small}>{t(`jury.verdict.${outcome.verdict.verdict}`)}</p>
      )}
      {file === null ? null : (
        <p className={classes.badges}>
          <ResultBadge result={file.evaluation.result} />
        </p>
      )}
      <Button
        component={Link}
        href={juryAddress(caseId)}
        className={classes.go}
        variant={asks ? 'filled' : 'outline'}
        aria-label={t(`jury.goTo.${standing}`, { company: companyName })}
      >
        {t(`jury.go.${standing}`)}
      </Button>
    </article>
  );
};
