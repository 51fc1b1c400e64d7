import { Badge, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import growth from '../../../growth/growth.module.css';
import { Section } from '../../shared/section.tsx';
import { MentorDialog } from './mentor-dialog.tsx';
import classes from './programme.module.css';
import type { Cohort, Mentor } from './use-programme.ts';

/** The mentors: how many companies each looks after, and which. */
export const MentorsSection = ({
  mentors,
  cohorts,
  headOffice,
}: {
  mentors: readonly Mentor[];
  cohorts: readonly Cohort[];
  headOffice: boolean;
}) => {
  const { t } = useTranslation('staff');
  const [dialog, setDialog] = useState<Mentor | 'add' | null>(null);
  const names = new Map(
    cohorts.flatMap(({ participants }) =>
      participants.map(({ applicationId, companyName }) => [applicationId, companyName] as const),
    ),
  );
  return (
    <Section
      title={t('programme.mentors.title')}
      aside={
        headOffice ? (
          <Button
            size="sm"
            variant="outline"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => setDialog('add')}
          >
            {t('programme.mentors.add')}
          </Button>
        ) : null
      }
    >
      {mentors.length === 0 ? <p className={classes.dates}>{t('programme.mentors.nobody')}</p> : null}
      <ul className={classes.mentors}>
        {mentors.map((mentor) => (
          <li key={mentor.mentorId}>
            <div>
              <strong>{mentor.name}</strong>{' '}
              {mentor.active ? null : (
                <Badge size="md" variant="outline" color="gray">
                  {t('programme.mentors.inactive')}
                </Badge>
              )}
              <span className={growth.small}>
                {mentor.organisation}
                {mentor.antenna === null ? '' : ` · ${ANTENNA_NAMES[mentor.antenna]}`}
              </span>
              <span className={growth.small}>
                {t('programme.load', { count: mentor.charges.length, most: mentor.most })}
                {mentor.charges.length === 0 ? '' : ` · ${mentor.charges.map((id) => names.get(id) ?? id).join(', ')}`}
              </span>
            </div>
            {headOffice ? (
              <Button
                size="sm"
                variant="subtle"
                aria-label={t('programme.mentors.changeOf', { name: mentor.name })}
                onClick={() => setDialog(mentor)}
              >
                {t('programme.mentors.change')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {dialog === null ? null : (
        <MentorDialog
          key={dialog === 'add' ? 'add' : dialog.mentorId}
          mentor={dialog === 'add' ? null : dialog}
          onClose={() => setDialog(null)}
        />
      )}
    </Section>
  );
};
