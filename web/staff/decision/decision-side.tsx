import { Alert, Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLive } from '../../../domain/application/status.ts';
import type { StaffApplication, StaffTask } from '../../../domain/contract/responses.ts';
import { isJoiningTask } from '../../../domain/task/task.ts';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import own from '../application/application.module.css';
import { lastAnswer } from '../application/last-answer.ts';
import { answersTasks } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';
import { Section } from '../shared/section.tsx';
import { DecisionPanel, type Outcome } from './decision-panel.tsx';
import { useDraft } from './draft.ts';

/** What there is to decide on an application, or why there is nothing; and what became of the answer just sent. */
export const DecisionSide = ({ application }: { application: StaffApplication }) => {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // Lists may lag a moment behind an answer: what was answered here is not asked again.
  const task = application.openTasks.find(
    (one) => one.status === 'open' && isJoiningTask(one) && one.taskId !== outcome?.taskId,
  );
  // The question that stood here at the last reading: a colleague may answer it while one types.
  const [asked, setAsked] = useState(task);
  if (task !== undefined && task.taskId !== asked?.taskId) setAsked(task);
  const gone = task === undefined && asked?.taskId !== outcome?.taskId ? asked : undefined;
  const answered =
    outcome === null ? null : <OutcomeNotice key={outcome.taskId} outcome={outcome} application={application} />;

  // What to do about a failure stands above, in the notice that says so.
  if (application.status === 'failed') return null;
  if (!answersTasks(person.groups)) {
    return task === undefined ? <NothingToDecide application={application} /> : <Note>{t('decision.readOnly')}</Note>;
  }
  return (
    <div>
      {gone === undefined ? answered : <Gone key={gone.taskId} task={gone} application={application} />}
      {task === undefined && asked === undefined && outcome === null && <NothingToDecide application={application} />}
      {/* A task that comes after the answer (the next round) is a new question. */}
      {task !== undefined && <DecisionPanel key={task.taskId} task={task} onOutcome={setOutcome} />}
    </div>
  );
};

const Note = ({ children }: { children: string }) => {
  const { t } = useTranslation('staff');
  return (
    <Section title={t('decision.title')}>
      <Text>{children}</Text>
    </Section>
  );
};

const NothingToDecide = ({ application: { status } }: { application: StaffApplication }) => {
  const { t } = useTranslation('staff');
  if (!isLive(status)) return <Note>{t('application.noTask.closed')}</Note>;
  const applicant = status === 'confirming-email' || status === 'changes-requested';
  return <Note>{applicant ? t('application.noTask.applicant') : t('application.noTask.machine')}</Note>;
};

/** In the place of a question that is no longer asked, though nothing was sent from here: what was typed is not lost. */
const Gone = ({ task, application }: { task: StaffTask; application: StaffApplication }) => {
  const [{ choice, comment }] = useDraft(task.taskId);
  if (choice === null && comment === '') return <NothingToDecide application={application} />;
  const by = lastAnswer(application.timeline);
  const closed = by === null || by.at < task.openedAt;
  return (
    <OutcomeNotice
      outcome={{ kind: 'overtaken', taskId: task.taskId, closed, typed: comment }}
      application={application}
    />
  );
};

const OutcomeNotice = ({ outcome, application }: { outcome: Outcome; application: StaffApplication }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const ref = useRef<HTMLDivElement>(null);
  // The form that had the focus is gone: what became of the answer takes it.
  useEffect(() => ref.current?.focus(), []);
  if (outcome.kind === 'sent') {
    return (
      <Alert ref={ref} tabIndex={-1} role="status" mb="md" color="green" icon={<IconCircleCheck aria-hidden="true" />}>
        {outcome.later ? t('decision.sentLater') : t('decision.sent')}
      </Alert>
    );
  }
  const by = lastAnswer(application.timeline);
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      role="status"
      mb="md"
      color="ochre"
      icon={<IconInfoCircle aria-hidden="true" />}
      title={outcome.closed ? t('application.noTask.closed') : t('decision.already.title')}
    >
      <Text>
        {outcome.closed
          ? t('decision.already.closed')
          : by === null
            ? t('decision.already.unknown')
            : t('decision.already.by', { name: by.by, date: formatMoment(by.at, language) })}
      </Text>
      {outcome.typed !== '' && (
        <>
          <Text mt="xs">{t('decision.already.yours')}</Text>
          <blockquote className={own.quote}>{outcome.typed}</blockquote>
        </>
      )}
    </Alert>
  );
};
