import { Anchor, Badge, Text } from '@mantine/core';
import { IconArrowLeft, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import type { JuryCase } from '../../../domain/contract/growth-responses.ts';
import { JURY_POLICY } from '../../../domain/jury/policy.ts';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { formatDistance, formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { JURY } from '../growth/paths.ts';
import { Section } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import { DeclarationPanel } from './declaration-panel.tsx';
import { CandidateFile } from './file.tsx';
import classes from './jury.module.css';
import { OutcomePanel } from './outcome-panel.tsx';
import { JuryRefused } from './refused.tsx';
import { standingOf } from './standing.ts';
import { VoteCast, VotePanel } from './vote-panel.tsx';

/** Milliseconds between two looks while the vote is open. */
const WATCHING = 30_000;

/** One candidate before a juror: the declaration first, then the file and the vote, and the outcome once it is closed. */
export default function CandidatePage({ caseId }: { caseId: string }) {
  const { t } = useTranslation('staff');
  const query = useStaffQuery(
    'GetJuryCase',
    { params: { id: caseId } },
    { polling: (data) => (data?.outcome === null ? WATCHING : false) },
  );
  if (query.data !== undefined) return <Loaded candidate={query.data} />;
  if (query.isPending) return <PageSkeleton />;
  return (
    <JuryRefused
      title={t('jury.title')}
      error={query.error}
      onRetry={() => void query.refetch()}
      retrying={query.isRefetching}
    />
  );
}

const Loaded = ({ candidate }: { candidate: JuryCase }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { companyName, siren, antenna, file, instance, chair } = candidate;
  return (
    <Page
      width="wide"
      title={companyName}
      lead={
        <>
          <Text component="span">
            {ANTENNA_NAMES[antenna]} · {t('application.siren')} {formatCompanyNumber(siren)}
          </Text>
          <br />
          <Anchor component={Link} href={JURY}>
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('jury.back')}
          </Anchor>
        </>
      }
      aside={
        <div className={classes.badges}>
          {instance === 'appeal' ? (
            <Badge size="xl" variant="light" color="ochre">
              {t('jury.appeal')}
            </Badge>
          ) : null}
          {chair ? (
            <Badge size="xl" variant="light" color="passage">
              {t('jury.chair')}
            </Badge>
          ) : null}
        </div>
      }
    >
      {file === null ? (
        <div className={classes.alone}>
          <Deadline candidate={candidate} />
          <Act candidate={candidate} />
        </div>
      ) : (
        <div className={own.columns}>
          <div className={own.main}>
            <CandidateFile file={file} language={language} />
          </div>
          <div className={classes.sticky}>
            <Deadline candidate={candidate} />
            <Act candidate={candidate} />
          </div>
        </div>
      )}
    </Page>
  );
};

/** Until when votes are taken, and how many must be cast. */
const Deadline = ({ candidate: { dueAt, outcome } }: { candidate: JuryCase }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const now = useNow();
  if (outcome !== null) return null;
  return (
    <div className={classes.deadline}>
      <IconClock aria-hidden="true" />
      <p>
        <strong>{t('jury.closes', { moment: formatMoment(dueAt, language) })}</strong>{' '}
        {formatDistance(dueAt, now.getTime(), language)}
        <span className={classes.small}>
          {t('jury.rule', { seats: JURY_POLICY.seats, quorum: JURY_POLICY.smallestQuorum })}
        </span>
      </p>
    </div>
  );
};

/** What the juror can do now, or what became of it. */
const Act = ({ candidate }: { candidate: JuryCase }) => {
  const { t } = useTranslation('staff');
  const now = useNow();
  const { outcome, vote, declaration } = candidate;
  switch (standingOf(candidate, now.getTime())) {
    case 'to-declare':
      return <DeclarationPanel candidate={candidate} />;
    case 'to-vote':
      return <VotePanel key={candidate.taskId} candidate={candidate} />;
    case 'voted':
      return vote === null ? null : <VoteCast vote={vote} />;
    case 'conflict':
      return (
        <>
          <Section title={t(declaration?.recusedBy === undefined ? 'jury.conflict.title' : 'jury.conflict.recused')}>
            <p>{t('jury.conflict.text')}</p>
            {declaration === null || declaration.reason === '' ? null : (
              <blockquote className={own.quote}>{declaration.reason}</blockquote>
            )}
          </Section>
          {outcome === null ? null : <OutcomePanel outcome={outcome} />}
        </>
      );
    case 'closed':
      return outcome === null ? (
        <Section title={t('jury.closed.title')}>
          <p>{t('jury.closed.text')}</p>
        </Section>
      ) : (
        <OutcomePanel outcome={outcome} />
      );
  }
};
