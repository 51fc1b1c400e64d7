import { Anchor, Badge, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberDetail } from '../../../../domain/contract/directory-responses.ts';
import { CONTACT_ROLES, type ContactBody } from '../../../../domain/member/contact.ts';
import { MAIN_CONTACT } from '../../../../domain/member/contacts.ts';
import { hasLeft } from '../../../../domain/member/status.ts';
import { answersTasks } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { Section } from '../../shared/section.tsx';
import classes from '../members.module.css';
import { ContactDialog } from './contact-dialog.tsx';
import { RemoveContact } from './remove-contact.tsx';

/** A contact as the page has it; the main one has no roles of its own. */
type Shown = ContactBody & { contactId: string };

/** Whom to speak to, and for what: the main contact stands in for every role that nobody has. */
export const ContactsSection = ({ member }: { member: MemberDetail }) => {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  const [editing, setEditing] = useState<Shown | 'new' | null>(null);
  const main: Shown = { ...member.contact, roles: [], contactId: MAIN_CONTACT };
  const open = CONTACT_ROLES.filter((role) => !member.contacts.some(({ roles }) => roles.includes(role)));
  const mayChange = answersTasks(person.groups) && !hasLeft(member.status);
  return (
    <Section
      title={t('contacts.title')}
      aside={
        mayChange ? (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => setEditing('new')}
          >
            {t('contacts.add')}
          </Button>
        ) : undefined
      }
    >
      <ul className={classes.contacts}>
        {[main, ...member.contacts].map((contact) => (
          <li key={contact.contactId}>
            <Card contact={contact} standsInFor={contact === main ? open : []} />
            {mayChange ? (
              <span className={classes.contactActions}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('contacts.changeOf', { name: nameOf(contact) })}
                  onClick={() => setEditing(contact)}
                >
                  {t('contacts.change')}
                </Button>
                {contact === main ? null : (
                  <RemoveContact number={member.number} contactId={contact.contactId} name={nameOf(contact)} />
                )}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {editing === null ? null : (
        <ContactDialog
          number={member.number}
          contact={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
};

const nameOf = ({ firstName, lastName }: Pick<Shown, 'firstName' | 'lastName'>): string => `${firstName} ${lastName}`;

const Card = ({ contact, standsInFor }: { contact: Shown; standsInFor: readonly ContactBody['roles'][number][] }) => {
  const { t } = useTranslation('staff');
  const { email, phone, role, language, roles } = contact;
  return (
    <div className={classes.contact}>
      <strong>{nameOf(contact)}</strong>
      <span className={classes.muted}>
        {role} · {t(`application.languages.${language}`)}
      </span>
      <Anchor href={`mailto:${email}`}>{email}</Anchor>
      {phone === null ? null : <Anchor href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</Anchor>}
      <span className={classes.badges}>
        {contact.contactId === MAIN_CONTACT ? <Badge color="passage">{t('contacts.main')}</Badge> : null}
        {roles.map((one) => (
          <Badge key={one} variant="light" color="ochre">
            {t(`contacts.role.${one}`)}
          </Badge>
        ))}
      </span>
      {standsInFor.length === 0 ? null : (
        <span className={classes.muted}>
          {t('contacts.standsIn', { roles: standsInFor.map((one) => t(`contacts.role.${one}`)).join(', ') })}
        </span>
      )}
    </div>
  );
};
