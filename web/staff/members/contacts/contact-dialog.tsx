import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { CONTACT_ROLES, ContactBody } from '../../../../domain/member/contact.ts';
import { MAIN_CONTACT } from '../../../../domain/member/contacts.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { useSending } from '../../../form/use-sending.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';

const Typed = z.object({
  firstName: z.string(),
  lastName: z.string(),
  role: z.string(),
  email: z.string(),
  phone: z.string(),
  language: z.enum(['fr', 'en']),
  roles: z.array(z.enum(CONTACT_ROLES)),
});
type Typed = z.infer<typeof Typed>;
const NOBODY: Typed = { firstName: '', lastName: '', role: '', email: '', phone: '', language: 'fr', roles: [] };

const FIELDS = [
  ['firstName', 'text'],
  ['lastName', 'text'],
  ['role', 'text'],
  ['email', 'email'],
  ['phone', 'tel'],
] as const;

/** Adds a contact, or changes one. @param contact null for a new one */
export const ContactDialog = ({
  number,
  contact,
  onClose,
}: {
  number: string;
  contact: (ContactBody & { contactId: string }) | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const id = contact?.contactId ?? null;
  const [begun] = useState<Typed>(contact === null ? NOBODY : { ...contact, phone: contact.phone ?? '' });
  const [typed, setTyped, forget] = useKeptDraft(`contact.${number}.${id ?? 'new'}`, Typed, begun);
  const sending = useSending({
    schema: ContactBody,
    send: (body) =>
      id === null
        ? call('AddMemberContact', { params: { id: number }, body })
        : call('ChangeMemberContact', { params: { id: number, contactId: id }, body }),
    onDone: async () => {
      forget();
      await cache.invalidateQueries({ queryKey: ['staff'] });
      onClose();
    },
  });
  const change = (part: Partial<Typed>): void => {
    for (const path of Object.keys(part)) sending.drop(path);
    setTyped({ ...typed, ...part });
  };
  const { firstName, lastName, role, email, phone, language, roles } = typed;
  return (
    <FormDialog
      title={t(id === null ? 'contacts.addTitle' : 'contacts.changeTitle')}
      confirm={t('contacts.save')}
      sending={sending}
      body={{ firstName, lastName, role, email, phone: phone.trim() === '' ? null : phone, language, roles }}
      onClose={onClose}
    >
      {FIELDS.map(([field, type]) => (
        <TextInput
          key={field}
          type={type}
          label={t(`contacts.field.${field}`)}
          aria-required={field !== 'phone' || id === MAIN_CONTACT}
          value={typed[field]}
          error={sending.errorAt(field)}
          onChange={({ currentTarget: { value } }) => change({ [field]: value })}
        />
      ))}
      <NativeSelect
        label={t('contacts.field.language')}
        value={language}
        onChange={({ currentTarget: { value } }) => change({ language: value === 'en' ? 'en' : 'fr' })}
        data={(['fr', 'en'] as const).map((one) => ({ value: one, label: t(`application.languages.${one}`) }))}
      />
      {id === MAIN_CONTACT ? null : (
        <Checkbox.Group
          label={t('contacts.roles')}
          description={t('contacts.rolesHelp')}
          value={roles}
          onChange={(chosen) => change({ roles: CONTACT_ROLES.filter((one) => chosen.includes(one)) })}
        >
          <Stack gap="xs" mt="xs">
            {CONTACT_ROLES.map((one) => (
              <Checkbox key={one} value={one} label={t(`contacts.role.${one}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </FormDialog>
  );
};
