import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLive } from '../../domain/application/status.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { formatDate } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './application.module.css';
import { ConfirmEmail } from './confirm-email.tsx';
import { ConfirmFigures } from './confirm-figures.tsx';
import { CorrectionAsked } from './correction-asked.tsx';
import { Ended } from './ended.tsx';
import { Membership } from './membership.tsx';
import { WaitsFor } from './waits-for.tsx';

/** What comes next. Of a payment that is awaited the dues below say everything. */
const Next = ({ application }: { application: LinkApplication }) => {
  if (application.status === 'awaiting-payment') return null;
  if (isLive(application.status)) return <WaitsFor application={application} />;
  const { membership } = application;
  return membership === null ? (
    <Ended application={application} />
  ) : (
    <Membership application={application} membership={membership} />
  );
};

/** The status in words: of the membership, once it is no new one. */
const useWords = ({ status, membership }: LinkApplication): { title: string; text: string } => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (membership === null || membership.standing === 'new') {
    return { title: t(`application.status.${status}.title`), text: t(`application.status.${status}.text`) };
  }
  const day = formatDate(membership.until, language);
  return {
    title: t(`application.standing.${membership.standing}.title`, { day }),
    text: t(`application.standing.${membership.standing}.text`, { day }),
  };
};

/** The status in plain words, what it waits for and until when, and what the company can do now. */
export const StatusPanel = ({ token, application }: { token: string; application: LinkApplication }) => {
  const { t } = useTranslation();
  const { status, membership, openTasks } = application;
  const { title, text } = useWords(application);
  return (
    <section
      className={classes.status}
      data-status={membership === null ? status : membership.standing}
      aria-labelledby="status-title"
    >
      <p className={classes.eyebrow}>{t(membership === null ? 'application.statusNow' : 'application.statusMember')}</p>
      {/* The words change when the status does, and only then are they spoken. */}
      <div role="status">
        <Title order={2} id="status-title">
          {title}
        </Title>
      </div>
      <p className={classes.statusText}>{text}</p>
      <Next application={application} />
      {openTasks.map((task) => (
        <Asked key={task.taskId} token={token} application={application} task={task} />
      ))}
    </section>
  );
};

type Task = LinkApplication['openTasks'][number];

/** What the company is asked, with what it takes to answer. */
const Asked = ({ token, application, task }: { token: string; application: LinkApplication; task: Task }) => {
  switch (task.kind) {
    case 'confirm-email':
      return <ConfirmEmail token={token} application={application} task={task} />;
    case 'confirm-figures':
      return <ConfirmFigures token={token} task={task} latest={application.membership?.latestFigures ?? null} />;
    case 'correct-application':
      return <CorrectionAsked task={task} />;
    default:
      return null;
  }
};
