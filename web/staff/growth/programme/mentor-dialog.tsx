import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { ANTENNA_CODES, ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../../../domain/company/identity.ts';
import { MentorForm } from '../../../../domain/programme/mentor.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { typedNumber } from '../../../form/typed-number.ts';
import { useSending } from '../../../form/use-sending.ts';
import { WholeNumberInput } from '../../../form/whole-number-input.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { type Mentor, useTakeProgramme } from './use-programme.ts';

const Typed = z.object({
  name: z.string(),
  email: z.string(),
  organisation: z.string(),
  antenna: z.string(),
  most: z.string(),
  conflicts: z.string(),
  active: z.boolean(),
});
type Typed = z.infer<typeof Typed>;

const typedOf = (mentor: Mentor | null): Typed => ({
  name: mentor?.name ?? '',
  email: mentor?.email ?? '',
  organisation: mentor?.organisation ?? '',
  antenna: mentor?.antenna ?? '',
  most: String(mentor?.most ?? 3),
  conflicts: (mentor?.conflicts ?? []).map(formatCompanyNumber).join(', '),
  active: mentor?.active ?? true,
});

/** A mentor more, or what is known of one changed. @param mentor null for a new one */
export const MentorDialog = ({ mentor, onClose }: { mentor: Mentor | null; onClose: () => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const call = useStaffCall();
  const take = useTakeProgramme();
  const [begun] = useState(() => typedOf(mentor));
  const [typed, setTyped, forget] = useKeptDraft(`mentor.${mentor?.mentorId ?? 'new'}`, Typed, begun);
  const sending = useSending({
    schema: MentorForm,
    send: (body) =>
      mentor === null ? call('AddMentor', { body }) : call('ChangeMentor', { params: { id: mentor.mentorId }, body }),
    onDone: (programme) => {
      forget();
      take(programme);
      onClose();
    },
  });
  const change = (part: Partial<Typed>): void => {
    for (const path of sending.errors.keys()) sending.drop(path);
    setTyped({ ...typed, ...part });
  };
  const conflictError = [...sending.errors].find(([path]) => path.startsWith('conflicts'))?.[1];
  const text = (field: 'name' | 'email' | 'organisation', type = 'text') => (
    <TextInput
      type={type}
      label={t(`programme.mentors.${field}`)}
      autoComplete="off"
      aria-required
      value={typed[field]}
      error={sending.errorAt(field)}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <FormDialog
      title={mentor === null ? t('programme.mentors.addTitle') : t('programme.mentors.changeOf', { name: mentor.name })}
      confirm={t('programme.mentors.save')}
      sending={sending}
      body={{
        name: typed.name,
        email: typed.email,
        organisation: typed.organisation,
        antenna: typed.antenna === '' ? null : typed.antenna,
        most: typedNumber(typed.most, language),
        conflicts: typed.conflicts
          .split(/[,;\n]/)
          .map((siren) => siren.replaceAll(/\s/g, ''))
          .filter((siren) => siren !== ''),
        active: typed.active,
      }}
      onClose={onClose}
    >
      {text('name')}
      {text('email', 'email')}
      {text('organisation')}
      <NativeSelect
        label={t('programme.mentors.antenna')}
        value={typed.antenna}
        error={sending.errorAt('antenna')}
        onChange={(event) => change({ antenna: event.currentTarget.value })}
        data={[
          { value: '', label: t('programme.mentors.noAntenna') },
          ...ANTENNA_CODES.map((code) => ({ value: code, label: ANTENNA_NAMES[code] })),
        ]}
      />
      <WholeNumberInput
        label={t('programme.mentors.most')}
        value={typed.most}
        error={sending.errorAt('most')}
        onChange={(most) => change({ most })}
      />
      <TextInput
        label={t('programme.mentors.conflicts')}
        description={t('programme.mentors.conflictsHelp')}
        autoComplete="off"
        value={typed.conflicts}
        error={conflictError}
        onChange={(event) => change({ conflicts: event.currentTarget.value })}
      />
      <Checkbox
        label={t('programme.mentors.active')}
        checked={typed.active}
        onChange={(event) => change({ active: event.currentTarget.checked })}
      />
    </FormDialog>
  );
};
