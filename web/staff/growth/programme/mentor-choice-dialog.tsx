import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MentorChoiceBody } from '../../../../domain/contract/programme-routes.ts';
import { hasConflict, mayMentor } from '../../../../domain/programme/mentor.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { useSending } from '../../../form/use-sending.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { type Cohort, type Mentor, type Participant, useTakeProgramme } from './use-programme.ts';

/** Gives a company another mentor; those who may not take it on say why. */
export const MentorChoiceDialog = ({
  cohort: { cohortId },
  participant,
  mentors,
  onClose,
}: {
  cohort: Cohort;
  participant: Participant;
  mentors: readonly Mentor[];
  onClose: () => void;
}) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const take = useTakeProgramme();
  const { applicationId, companyName, mentorId } = participant;
  const [chosen, setChosen] = useState(mentorId);
  const sending = useSending({
    schema: MentorChoiceBody,
    send: (body) => call('AssignMentor', { params: { id: cohortId, applicationId }, body }),
    onDone: (programme) => {
      take(programme);
      onClose();
    },
  });
  const whyNot = (mentor: Mentor): string | null => {
    if (mayMentor(mentor, participant)) return null;
    if (!mentor.active) return t('programme.choose.inactive');
    return hasConflict(mentor, participant) ? t('programme.choose.conflict') : t('programme.choose.full');
  };
  return (
    <FormDialog
      title={t('programme.choose.title', { company: companyName })}
      confirm={t('programme.choose.confirm')}
      sending={sending}
      body={{ mentorId: chosen ?? undefined }}
      onClose={onClose}
    >
      <Radio.Group
        label={t('programme.choose.legend')}
        value={chosen}
        error={sending.errorAt('mentorId')}
        onChange={(mentor) => {
          sending.drop('mentorId');
          setChosen(mentor);
        }}
      >
        <Stack gap="xs" mt="xs">
          {mentors.map((mentor) => {
            const why = whyNot(mentor);
            return (
              <Radio
                key={mentor.mentorId}
                value={mentor.mentorId}
                disabled={why !== null && mentor.mentorId !== mentorId}
                label={`${mentor.name}, ${mentor.organisation}`}
                description={why ?? t('programme.load', { count: mentor.charges.length, most: mentor.most })}
              />
            );
          })}
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
};
