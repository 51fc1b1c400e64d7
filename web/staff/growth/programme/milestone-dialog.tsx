import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { MilestoneBody } from '../../../../domain/programme/cohort.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { FreeText } from '../../../form/free-text.tsx';
import { useSending } from '../../../form/use-sending.ts';
import { todayInParis } from '../../../format/dates.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { type Cohort, type Participant, useTakeProgramme } from './use-programme.ts';

const Typed = z.object({ milestoneId: z.string(), on: z.string(), comment: z.string() });
type Typed = z.infer<typeof Typed>;

/** Records that a company took a milestone; recorded again, the later record stands. */
export const MilestoneDialog = ({
  cohort: { cohortId, milestones },
  participant: { applicationId, companyName, done },
  onClose,
}: {
  cohort: Cohort;
  participant: Participant;
  onClose: () => void;
}) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const take = useTakeProgramme();
  const [begun] = useState<Typed>(() => {
    const taken = new Set(done.map(({ milestoneId }) => milestoneId));
    const next = milestones.find(({ milestoneId }) => !taken.has(milestoneId)) ?? milestones[0];
    return { milestoneId: next?.milestoneId ?? '', on: todayInParis(), comment: '' };
  });
  const [typed, setTyped, forget] = useKeptDraft(`milestone.${applicationId}`, Typed, begun);
  const sending = useSending({
    schema: MilestoneBody,
    send: (body) => call('RecordMilestone', { params: { id: cohortId, applicationId }, body }),
    onDone: (programme) => {
      forget();
      take(programme);
      onClose();
    },
  });
  const change = (field: keyof Typed, value: string): void => {
    sending.drop(field);
    setTyped({ ...typed, [field]: value });
  };
  return (
    <FormDialog
      title={t('programme.milestone.title', { company: companyName })}
      confirm={t('programme.milestone.confirm')}
      sending={sending}
      body={typed}
      onClose={onClose}
    >
      <NativeSelect
        label={t('programme.milestone.which')}
        value={typed.milestoneId}
        error={sending.errorAt('milestoneId')}
        onChange={(event) => change('milestoneId', event.currentTarget.value)}
        data={milestones.map(({ milestoneId, name }) => ({ value: milestoneId, label: name }))}
      />
      <TextInput
        type="date"
        label={t('programme.milestone.on')}
        aria-required
        value={typed.on}
        error={sending.errorAt('on')}
        onChange={(event) => change('on', event.currentTarget.value)}
      />
      <FreeText
        label={t('programme.milestone.comment')}
        description={t('programme.milestone.commentHelp')}
        value={typed.comment}
        error={sending.errorAt('comment')}
        onType={(value) => change('comment', value)}
      />
    </FormDialog>
  );
};
