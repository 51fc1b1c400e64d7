import { Badge, Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freePlaces, inPlace } from '../../../../domain/programme/cohort.ts';
import { formatDate, todayInParis } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Section } from '../../shared/section.tsx';
import { CapacityDialog } from './cohort-dialog.tsx';
import { ParticipantCard } from './participant-card.tsx';
import classes from './programme.module.css';
import type { Cohort, Mentor } from './use-programme.ts';

/** A cohort: its days, its places, its companies with their mentor and milestones; those that left are folded away. */
export const CohortCard = ({
  cohort,
  mentors,
  headOffice,
}: {
  cohort: Cohort;
  mentors: readonly Mentor[];
  headOffice: boolean;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [resizing, setResizing] = useState(false);
  const placed = inPlace(cohort);
  const left = cohort.participants.filter(({ exit }) => exit !== null);
  const today = todayInParis();
  const when = today < cohort.from ? 'coming' : today > cohort.to ? 'over' : 'running';
  return (
    <Section
      title={cohort.name}
      aside={
        <Badge size="lg" variant="light" color={when === 'running' ? 'green' : when === 'coming' ? 'ochre' : 'gray'}>
          {t(`programme.when.${when}`)}
        </Badge>
      }
    >
      <p className={classes.dates}>
        {t('programme.dates', { from: formatDate(cohort.from, language), to: formatDate(cohort.to, language) })}
      </p>
      <div className={classes.capacity}>
        <Progress
          className={classes.bar}
          value={(placed.length / cohort.capacity) * 100}
          color={freePlaces(cohort) === 0 ? 'terracotta.6' : 'passage.7'}
          size="lg"
          aria-label={t('programme.places')}
        />
        <span>
          {t('programme.taken', { count: placed.length, capacity: cohort.capacity })} ·{' '}
          {t('programme.free', { count: freePlaces(cohort) })}
        </span>
        {headOffice ? (
          <Button size="sm" variant="subtle" onClick={() => setResizing(true)}>
            {t('programme.resize.button')}
          </Button>
        ) : null}
      </div>
      {placed.length === 0 ? <p className={classes.dates}>{t('programme.nobody')}</p> : null}
      <ul className={classes.participants}>
        {placed.map((participant) => (
          <li key={participant.applicationId}>
            <ParticipantCard cohort={cohort} participant={participant} mentors={mentors} headOffice={headOffice} />
          </li>
        ))}
      </ul>
      {left.length === 0 ? null : (
        <details className={classes.left}>
          <summary>{t('programme.left', { count: left.length })}</summary>
          <ul className={classes.participants}>
            {left.map((participant) => (
              <li key={`${participant.applicationId} ${participant.enrolledAt}`}>
                <ParticipantCard cohort={cohort} participant={participant} mentors={mentors} headOffice={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {resizing ? <CapacityDialog cohort={cohort} onClose={() => setResizing(false)} /> : null}
    </Section>
  );
};
