import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { ANTENNA_CODES, ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import { type Juror, JurorForm, JurorRole } from '../../../../domain/jury/juror.ts';
import type { Answer } from '../../../api/call.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { Dialog } from '../../../form/dialog.tsx';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { useAct } from '../../../form/use-act.ts';
import { useSending } from '../../../form/use-sending.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../i18n/language.ts';
import { staffKey, useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';

const Typed = z.object({
  userName: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.string(),
  antenna: z.string(),
  role: z.string(),
});
type Typed = z.infer<typeof Typed>;
const NOTHING: Typed = { userName: '', name: '', email: '', language: 'fr', antenna: '', role: 'member' };

/** A juror more. */
export const AddJurorDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const [typed, setTyped, forget] = useKeptDraft('juror', Typed, NOTHING);
  const sending = useSending({
    schema: JurorForm,
    send: (body) => call('AddJuror', { body }),
    onDone: (list) => {
      forget();
      cache.setQueryData(staffKey('ListJurors', {}), list);
      onClose();
    },
  });
  const change = (field: keyof Typed) => (value: string) => {
    sending.drop(field);
    setTyped({ ...typed, [field]: value });
  };
  const text = (field: 'name' | 'userName' | 'email', type: string, description?: string) => (
    <TextInput
      type={type}
      label={t(`jurors.${field}`)}
      description={description}
      autoComplete="off"
      aria-required
      value={typed[field]}
      error={sending.errorAt(field)}
      onChange={(event) => change(field)(event.currentTarget.value)}
    />
  );
  return (
    <FormDialog
      title={t('jurors.add.title')}
      confirm={t('jurors.add.confirm')}
      sending={sending}
      body={{ ...typed, antenna: typed.antenna === '' ? null : typed.antenna }}
      onClose={onClose}
    >
      {text('name', 'text')}
      {text('email', 'email')}
      {text('userName', 'text', t('jurors.add.userNameHelp'))}
      <NativeSelect
        label={t('jurors.role')}
        value={typed.role}
        error={sending.errorAt('role')}
        onChange={(event) => change('role')(event.currentTarget.value)}
        data={JurorRole.options.map((role) => ({ value: role, label: t(`growth.role.${role}`) }))}
      />
      <NativeSelect
        label={t('jurors.antenna')}
        description={t('jurors.add.antennaHelp')}
        value={typed.antenna}
        error={sending.errorAt('antenna')}
        onChange={(event) => change('antenna')(event.currentTarget.value)}
        data={[
          { value: '', label: t('jurors.noAntenna') },
          ...ANTENNA_CODES.map((code) => ({ value: code, label: ANTENNA_NAMES[code] })),
        ]}
      />
      <NativeSelect
        label={t('jurors.language')}
        value={typed.language}
        error={sending.errorAt('language')}
        onChange={(event) => change('language')(event.currentTarget.value)}
        data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
      />
    </FormDialog>
  );
};

/** Removes a juror, once one has said so twice: their seats in open votes pass to deputies. */
export const RemoveJurorDialog = ({
  juror: { jurorId, name },
  onClose,
  onDone,
}: {
  juror: Juror;
  onClose: () => void;
  onDone: (removed: Answer<'RemoveJuror'>) => void;
}) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const remove = useAct({
    act: () => call('RemoveJuror', { params: { id: jurorId } }),
    onSuccess: onDone,
    onSettled: () => cache.invalidateQueries({ queryKey: ['staff'] }),
  });
  return (
    <Dialog
      onClose={onClose}
      title={t('jurors.remove.title', { name })}
      closeButtonProps={{ 'aria-label': t('growth.close') }}
    >
      <Stack>
        <Text>{t('jurors.remove.text')}</Text>
        {remove.failure === null ? null : <FailureAlert error={remove.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('growth.cancel')}
          </Button>
          <Button color="red" loading={remove.pending} onClick={remove.run}>
            {t('jurors.remove.confirm')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
};
