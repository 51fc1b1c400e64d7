import { Badge, Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import { formatDate, formatDay } from '../../../format/dates.ts';
import growth from '../../../growth/growth.module.css';
import { useLanguage } from '../../../i18n/use-language.ts';
import { answersTasks, antennasOf } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { companyAddress } from '../paths.ts';
import { ExitDialog } from './exit-dialog.tsx';
import { MentorChoiceDialog } from './mentor-choice-dialog.tsx';
import { MilestoneDialog } from './milestone-dialog.tsx';
import classes from './programme.module.css';
import type { Cohort, Mentor, Participant } from './use-programme.ts';

/** A company of a cohort: its mentor, the milestones it took, and what can be done. */
export const ParticipantCard = ({
  cohort,
  participant,
  mentors,
  headOffice,
}: {
  cohort: Cohort;
  participant: Participant;
  mentors: readonly Mentor[];
  headOffice: boolean;
}) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  const { person } = useSignedIn();
  const [dialog, setDialog] = useState<'mentor' | 'milestone' | 'exit' | null>(null);
  const { applicationId, companyName, memberNumber, antenna, mentorId, enrolledAt, exit } = participant;
  const mentor = mentors.find((one) => one.mentorId === mentorId);
  const close = (): void => setDialog(null);
  const mayRecord = exit === null && answersTasks(person.groups) && antennasOf(person.groups).includes(antenna);
  return (
    <article className={classes.participant}>
      <div className={classes.participantHead}>
        <h3 className={classes.participantName}>
          <Link href={companyAddress(applicationId)}>{companyName}</Link>
        </h3>
        <span className={growth.small}>
          {memberNumber} · {ANTENNA_NAMES[antenna]} · {t('programme.since', { day: formatDay(enrolledAt, language) })}
        </span>
      </div>
      {exit === null ? (
        <p className={classes.line}>
          {t('programme.mentor')}{' '}
          {mentor === undefined ? <em>{t('programme.noMentor')}</em> : `${mentor.name}, ${mentor.organisation}`}
        </p>
      ) : (
        <p className={classes.line}>
          <Badge size="lg" variant="light" color={exit.reason === 'graduated' ? 'green' : 'gray'}>
            {shared(`growth.exit.${exit.reason}`)}
          </Badge>{' '}
          {formatDay(exit.at, language)} {exit.comment === '' ? null : `· ${exit.comment}`}
        </p>
      )}
      <Milestones cohort={cohort} participant={participant} />
      <div className={classes.acts}>
        {mayRecord && cohort.milestones.length > 0 ? (
          <Button size="sm" variant="outline" onClick={() => setDialog('milestone')}>
            {t('programme.milestone.button')}
          </Button>
        ) : null}
        {headOffice ? (
          <>
            <Button size="sm" variant="subtle" onClick={() => setDialog('mentor')}>
              {t('programme.choose.button')}
            </Button>
            <Button size="sm" variant="subtle" color="red" onClick={() => setDialog('exit')}>
              {t('programme.exit.button')}
            </Button>
          </>
        ) : null}
      </div>
      {dialog === 'mentor' ? (
        <MentorChoiceDialog cohort={cohort} participant={participant} mentors={mentors} onClose={close} />
      ) : null}
      {dialog === 'milestone' ? <MilestoneDialog cohort={cohort} participant={participant} onClose={close} /> : null}
      {dialog === 'exit' ? <ExitDialog cohort={cohort} participant={participant} onClose={close} /> : null}
    </article>
  );
};

const Milestones = ({ cohort, participant }: { cohort: Cohort; participant: Participant }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  if (cohort.milestones.length === 0) return null;
  return (
    <ol className={classes.milestones} aria-label={t('programme.milestones')}>
      {cohort.milestones.map(({ milestoneId, name, dueOn }) => {
        const done = participant.done.find((one) => one.milestoneId === milestoneId);
        return (
          <li key={milestoneId} data-done={done !== undefined}>
            <span className={classes.mark} aria-hidden="true">
              {done === undefined ? null : <IconCheck size={13} />}
            </span>
            <span>
              {name}
              <span className={growth.small}>
                {done === undefined
                  ? t('programme.due', { date: formatDate(dueOn, language) })
                  : t('programme.done', { date: formatDate(done.on, language) })}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
};
