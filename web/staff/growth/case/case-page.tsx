import { Anchor, Badge, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../../../domain/company/identity.ts';
import type { StaffGrowthCase } from '../../../../domain/contract/growth-responses.ts';
import { isOpen } from '../../../../domain/growth/case.ts';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { formatDay, formatMoment } from '../../../format/dates.ts';
import { CaseDoors } from '../../../growth/case-doors.tsx';
import { FileView } from '../../../growth/file-view.tsx';
import { GrowthChart } from '../../../growth/growth-chart.tsx';
import { Participation } from '../../../growth/participation.tsx';
import { Questions } from '../../../growth/questions.tsx';
import { Score } from '../../../growth/score.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Facts } from '../../../layout/facts.tsx';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import own from '../../application/application.module.css';
import { isHeadOffice } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { Section } from '../../shared/section.tsx';
import { GrowthPage } from '../growth-page.tsx';
import { companyAddress, GROWTH } from '../paths.ts';
import classes from './case.module.css';
import { SessionSection } from './session-section.tsx';

/** Milliseconds between two looks at a case that is under way. */
const WATCHING = 15_000;

/** One screening whole: its score, its sittings with every vote, what was asked and decided. Read only. */
export default function CasePage({ caseId }: { caseId: string }) {
  const { t } = useTranslation('staff');
  const query = useStaffQuery(
    'GetGrowthCase',
    { params: { id: caseId } },
    { polling: (data) => (data !== undefined && data.endedAt === null ? WATCHING : false) },
  );
  if (query.data !== undefined) return <Loaded growthCase={query.data} />;
  if (query.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('growth.case.title')}
      error={query.error}
      onRetry={() => void query.refetch()}
      retrying={query.isRefetching}
    />
  );
}

const Loaded = ({ growthCase }: { growthCase: StaffGrowthCase }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { person } = useSignedIn();
  const mayRecuse = isHeadOffice(person.groups) && isOpen(growthCase);
  const { companyName, siren, antenna, stage, sessions, evaluation, score, file, questions, participation } =
    growthCase;
  return (
    <GrowthPage
      title={companyName}
      lead={
        <>
          {t('growth.case.lead', {
            antenna: ANTENNA_NAMES[antenna],
            siren: formatCompanyNumber(siren),
            day: formatDay(growthCase.openedAt, language),
          })}
          <br />
          <Anchor component={Link} href={GROWTH}>
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('growth.case.back')}
          </Anchor>
        </>
      }
      aside={
        <Badge size="xl" variant="light" color="passage">
          {t(`growth.stage.${stage}`)}
        </Badge>
      }
    >
      <CaseDoors stage={stage} />
      <div className={`${own.columns} ${classes.columns}`}>
        <div className={own.main}>
          {sessions.length === 0 ? null : <Text c="dimmed">{t('growth.case.readOnly')}</Text>}
          {[...sessions].reverse().map((session) => (
            <SessionSection
              key={session.number}
              session={session}
              recusing={mayRecuse && session.closedAt === null ? growthCase.caseId : null}
            />
          ))}
          {growthCase.appeal?.appealed === true ? (
            <Section title={t('growth.case.appeal')}>
              <blockquote className={own.quote}>{growthCase.appeal.grounds}</blockquote>
            </Section>
          ) : null}
          {questions.length === 0 ? null : (
            <Section title={t('growth.case.questions')}>
              <Questions questions={questions} titled={false} />
            </Section>
          )}
          <Section title={t('growth.company.file')}>
            <FileView file={file} />
          </Section>
        </div>
        <div className={own.side}>
          <About growthCase={growthCase} />
          {participation === null ? null : <Participation participation={participation} />}
        </div>
      </div>
      {evaluation === null || score === null ? null : (
        <div className={own.below}>
          <Score eyebrow={t('growth.case.score', { day: formatDay(score.at, language) })} evaluation={evaluation} />
          <GrowthChart
            evaluation={evaluation}
            figures={score.company.years.map((year) => ({ year: year.year, current: year }))}
          />
        </div>
      )}
    </GrowthPage>
  );
};

/** Who asked for it, when, how it ended; the way to the company. */
const About = ({ growthCase }: { growthCase: StaffGrowthCase }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { reason, openedAt, endedAt, memberNumber, applicationId, requestedBy, abandoned, number } = growthCase;
  return (
    <Section title={t('growth.case.about')}>
      <Facts
        narrow
        rows={[
          [t('growth.case.number'), String(number)],
          [t('growth.case.reason'), t(`growth.reason.${reason}`)],
          ...(requestedBy.kind === 'staff' ? [[t('growth.case.requestedBy'), requestedBy.name] as const] : []),
          [t('growth.case.opened'), formatMoment(openedAt, language)],
          ...(endedAt === null ? [] : [[t('growth.case.ended'), formatMoment(endedAt, language)] as const]),
          ...(abandoned === null
            ? []
            : [[t('growth.case.abandoned'), t(`growth.abandoned.${abandoned.reason}`)] as const]),
          [
            t('growth.case.member'),
            <Anchor key="member" component={Link} href={`/staff/members/${memberNumber}`}>
              {memberNumber}
            </Anchor>,
          ],
          [
            t('growth.case.figures'),
            <Anchor key="figures" component={Link} href={companyAddress(applicationId)}>
              {t('growth.case.seeFigures')}
            </Anchor>,
          ],
        ]}
      />
    </Section>
  );
};
