import { Alert, Anchor, Text } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type ApplicationStatus, isLive } from '../../../domain/application/status.ts';
import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import type { StaffApplication } from '../../../domain/contract/responses.ts';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { formatDay, formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { useStaffQuery } from '../api/use-staff-call.ts';
import { DecisionSide } from '../decision/decision-side.tsx';
import { rightsAddress } from '../rights/paths.ts';
import { answersTasks } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';
import { RefusedPage } from '../shared/refused-page.tsx';
import { Section } from '../shared/section.tsx';
import { StatusBadge } from '../shared/status-badge.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { accountAddress } from '../treasury/paths.ts';
import { WorkflowSection } from '../workflow/workflow-section.tsx';
import { AntennaSection } from './antenna-section.tsx';
import own from './application.module.css';
import { FailedNotice } from './failed-notice.tsx';
import { FiguresSection } from './figures-section.tsx';
import { ConsentSection, ContactSection } from './people-sections.tsx';
import { RegisterSection } from './register-section.tsx';

/** Milliseconds between two looks at an application that machines are working on. */
const WATCHING = 2_000;

/** Statuses in which the company is awaited. */
const OF_THE_COMPANY: readonly ApplicationStatus[] = ['confirming-email', 'changes-requested', 'awaiting-payment'];

/** How often to look again: machines take seconds, people days. */
const pollingOf = (application: StaffApplication | undefined): number | false => {
  if (application === undefined || application.openTasks.length > 0 || !isLive(application.status)) return false;
  return OF_THE_COMPANY.includes(application.status) ? false : WATCHING;
};

/** Everything staff need to decide on an application, and the decision. */
export default function ApplicationPage({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('staff');
  const query = useStaffQuery('GetStaffApplication', { params: { id: applicationId } }, { polling: pollingOf });
  if (query.data !== undefined) return <Loaded application={query.data} />;
  if (query.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('application.title')}
      error={query.error}
      onRetry={() => void query.refetch()}
      retrying={query.isRefetching}
    />
  );
}

const Loaded = ({ application }: { application: StaffApplication }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { emailConfirmedAt, form } = application;
  return (
    <Page
      width="wide"
      title={application.companyName}
      lead={<Lead application={application} />}
      aside={<StatusBadge status={application.status} size="xl" />}
    >
      <Notices application={application} />
      <div className={own.columns}>
        <div className={own.main}>
          <RegisterSection application={application} />
          <AntennaSection application={application} />
          <FiguresSection figures={form.figures} growthProgramme={form.growthProgramme} />
        </div>
        <div className={own.side}>
          <DecisionSide application={application} />
          <ContactSection
            contact={form.contact}
            emailNote={
              emailConfirmedAt === null
                ? t('application.emailUnconfirmed')
                : t('application.emailConfirmed', { date: formatDay(emailConfirmedAt, language) })
            }
          />
        </div>
      </div>
      <div className={own.below}>
        <WorkflowSection applicationId={application.applicationId} polling={pollingOf(application)} />
        <Section title={t('application.timeline')}>
          <Timeline events={application.timeline} />
        </Section>
        <ConsentSection consent={application.consent} />
      </div>
    </Page>
  );
};

const Lead = ({ application }: { application: StaffApplication }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <>
      <Text component="span">
        {application.communeName} · {t('application.siren')} {formatCompanyNumber(application.siren)} ·{' '}
        {t('application.submitted', { date: formatMoment(application.submittedAt, language) })}
      </Text>
      <br />
      <Anchor component={Link} href="/staff/applications">
        <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('application.back')}
      </Anchor>
      {application.status === 'awaiting-payment' || application.memberNumber !== null ? (
        <>
          {' · '}
          <Anchor component={Link} href={accountAddress(application.applicationId)}>
            {t('invoice.seeAccount')}
          </Anchor>
        </>
      ) : null}
      {' · '}
      <Anchor component={Link} href={rightsAddress(application.applicationId)}>
        {t('rightsPage.title')}
      </Anchor>
    </>
  );
};

/** What must not be missed: a failure, how it ended, the membership it led to. */
const Notices = ({ application }: { application: StaffApplication }) => {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  const [restarted, setRestarted] = useState(false);
  const { status, memberNumber, refusalComment, expiryReason } = application;
  return (
    <div className={own.notices}>
      {status === 'failed' && (
        <FailedNotice
          application={application}
          mayRestart={answersTasks(person.groups)}
          onRestarted={() => setRestarted(true)}
        />
      )}
      {restarted && status !== 'failed' && (
        <Alert role="status" color="green" icon={<IconCircleCheck aria-hidden="true" />}>
          {t('application.failed.restarted')}
        </Alert>
      )}
      {memberNumber !== null && (
        <Alert color="green" icon={<IconCircleCheck aria-hidden="true" />}>
          <Anchor component={Link} href={`/staff/members/${memberNumber}`}>
            {t('application.member', { number: memberNumber })}
          </Anchor>
        </Alert>
      )}
      {refusalComment !== null && (
        <Alert color="red" title={t('application.refused')}>
          <span className={own.said}>{refusalComment}</span>
        </Alert>
      )}
      {expiryReason !== null && <Alert color="gray">{t(`application.expired.${expiryReason}`)}</Alert>}
    </div>
  );
};
