import { Anchor, Badge } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Participation as ParticipationView } from '../../domain/contract/growth-responses.ts';
import { formatDate, formatDay } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './growth.module.css';

const EXITS = ['graduated', 'withdrawn', 'left', 'lapsed', 'excluded'] as const;

/** Where the company stands in the programme: its cohort, its mentor, the milestones taken and to come. */
export const Participation = ({ participation }: { participation: ParticipationView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cohort, waitingPosition, mentor, milestones, exit } = participation;
  const reason = EXITS.find((one) => one === exit?.reason);
  return (
    <section className={classes.programme} aria-labelledby="programme-title">
      <p className={classes.eyebrow}>{t('growth.programme.title')}</p>
      <h2 id="programme-title" className={classes.programmeName}>
        {cohort?.name ?? t('growth.programme.waiting')}
      </h2>
      {cohort === null ? null : (
        <p className={classes.muted}>
          {t('growth.programme.dates', {
            from: formatDate(cohort.from, language),
            to: formatDate(cohort.to, language),
          })}
        </p>
      )}
      {waitingPosition === null ? null : (
        <p className={classes.sentence}>
          {waitingPosition === 1
            ? t('growth.programme.first')
            : t('growth.programme.position', { position: waitingPosition })}
        </p>
      )}
      {exit === null ? null : (
        <p>
          <Badge size="lg" color={exit.reason === 'graduated' ? 'green' : 'gray'}>
            {reason === undefined ? exit.reason : t(`growth.exit.${reason}`)}
          </Badge>{' '}
          {formatDay(exit.at, language)}
        </p>
      )}
      {cohort === null ? null : (
        <p className={classes.sentence}>
          <strong>{t('growth.programme.mentor')}</strong>{' '}
          {mentor === null ? (
            t('growth.programme.noMentor')
          ) : (
            <>
              {mentor.name}, {mentor.organisation} (<Anchor href={`mailto:${mentor.email}`}>{mentor.email}</Anchor>)
            </>
          )}
        </p>
      )}
      {milestones.length === 0 ? null : (
        <>
          <h3 className={classes.blockTitle}>{t('growth.programme.milestones')}</h3>
          <ol className={classes.milestones}>
            {milestones.map(({ milestoneId, name, dueOn, doneOn, comment }) => (
              <li key={milestoneId} data-done={doneOn !== null}>
                <span className={classes.milestoneMark} aria-hidden="true">
                  {doneOn === null ? null : <IconCheck size={14} />}
                </span>
                <span>
                  <strong>{name}</strong>
                  <span className={classes.small}>
                    {doneOn === null
                      ? t('growth.programme.due', { date: formatDate(dueOn, language) })
                      : t('growth.programme.done', { date: formatDate(doneOn, language) })}
                  </span>
                  {comment === '' ? null : <span className={classes.small}>{comment}</span>}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};
