import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../domain/application/form.ts';
import { LINK_MEMBER_ROUTES, type LinkMember } from '../../domain/contract/link-member-routes.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { call } from '../api/call.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { useSending } from '../form/use-sending.ts';
import classes from './membership.module.css';
import { Panel } from './panel.tsx';
import { useLookAgain } from './use-membership.ts';

/** Whom the cluster writes to, and the way to correct it. */
export const ContactPanel = ({ token, member }: { token: string; member: LinkMember }) => {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState(false);
  const { firstName, lastName, role, email, phone } = member.contact;
  return (
    <Panel title={t('membership.contact.title')}>
      <address style={{ fontStyle: 'normal', overflowWrap: 'anywhere' }}>
        <strong>
          {firstName} {lastName}
        </strong>
        <br />
        {role}
        <br />
        {email}
        <br />
        {phone}
      </address>
      {member.contacts.length === 0 ? null : (
        <>
          <Text fw={600} size="sm" mt="sm">
            {t('membership.contact.others')}
          </Text>
          <ul className={classes.others}>
            {member.contacts.map((other) => (
              <li key={other.contactId}>
                {other.firstName} {other.lastName}, {other.email}
              </li>
            ))}
          </ul>
        </>
      )}
      {hasLeft(member.status) ? null : (
        <Button variant="outline" size="sm" mt="sm" onClick={() => setCorrecting(true)}>
          {t('membership.contact.correct')}
        </Button>
      )}
      {correcting && <CorrectDialog token={token} member={member} onClose={() => setCorrecting(false)} />}
    </Panel>
  );
};

const FIELDS = [
  ['firstName', 'given-name'],
  ['lastName', 'family-name'],
  ['role', 'organization-title'],
  ['email', 'email'],
  ['phone', 'tel'],
] as const;

const CorrectDialog = ({ token, member, onClose }: { token: string; member: LinkMember; onClose: () => void }) => {
  const { t } = useTranslation();
  const lookAgain = useLookAgain(token);
  const [typed, setTyped] = useState(member.contact);
  const sending = useSending({
    schema: LINK_MEMBER_ROUTES.CorrectContact.body,
    send: (body) => call('CorrectContact', { link: token, body }),
    onDone: async () => {
      await lookAgain();
      onClose();
    },
  });
  const change = (part: Partial<typeof typed>): void => {
    for (const field of Object.keys(part)) sending.drop(`contact.${field}`);
    setTyped({ ...typed, ...part });
  };
  return (
    <FormDialog
      title={t('membership.contact.ask')}
      confirm={t('membership.contact.save')}
      sending={sending}
      body={{ contact: typed }}
      onClose={onClose}
    >
      <Stack>
        {FIELDS.map(([field, autoComplete]) => (
          <TextInput
            key={field}
            label={t(`membership.contact.${field}`)}
            description={
              field === 'email'
                ? t(member.proven ? 'membership.contact.told' : 'membership.contact.unproven')
                : undefined
            }
            // An address is proved by what was sent to it.
            readOnly={field === 'email' && !member.proven}
            autoComplete={autoComplete}
            aria-required
            value={typed[field]}
            error={sending.errorAt(`contact.${field}`)}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
        <NativeSelect
          label={t('membership.contact.language')}
          value={typed.language}
          onChange={(event) => change({ language: Language.parse(event.currentTarget.value) })}
          data={(['fr', 'en'] as const).map((value) => ({ value, label: t(`membership.contact.languages.${value}`) }))}
        />
        <Text size="sm" c="dimmed">
          {t('membership.contact.note')}
        </Text>
      </Stack>
    </FormDialog>
  );
};
