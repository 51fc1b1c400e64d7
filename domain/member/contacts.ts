import { Refusal } from '../errors.ts';
import type { MemberChange } from './change.ts';
import { CONTACT_ROLES, type ContactBody, type ContactRole, type MemberContact } from './contact.ts';
import type { Member } from './member.ts';
import { hasLeft } from './status.ts';

// Whom to speak to in a member company: the main contact, who is always there and stands in for every role that nobody
// has, and others with roles. An e-mail address tells one from another.

/** What the main contact is called where others have an id. */
export const MAIN_CONTACT = 'main';
/** Contacts beside the main one. */
const MOST = 20;

const NOTHING: MemberChange = { step: null, consequences: [] };
const changed = (member: Member): MemberChange => ({
  step: { member, happening: { type: 'member-changed', changed: ['contacts'], comment: '' } },
  consequences: [],
});

const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const ordered = (body: ContactBody): ContactBody => ({
  ...body,
  roles: CONTACT_ROLES.filter((role) => body.roles.includes(role)),
});
const same = (a: ContactBody, b: ContactBody): boolean => {
  const written = ({ firstName, lastName, role, email, phone, language, roles }: ContactBody): string =>
    JSON.stringify([firstName, lastName, role, email, phone, language, roles]);
  return written(a) === written(b);
};

/** @throws Refusal `member-left` */
const assertMember = ({ status }: Member): void => {
  if (hasLeft(status)) throw new Refusal('member-left');
};

/** @throws Refusal `invalid-fields` when somebody else of the company has this address */
const assertFree = ({ contact, contacts }: Member, email: string, but: string): void => {
  const others = [{ contactId: MAIN_CONTACT, email: contact.email }, ...contacts];
  if (others.some((one) => one.contactId !== but && sameAddress(one.email, email))) {
    throw new Refusal('invalid-fields', { errors: [{ path: 'email', code: 'contact.known' }] });
  }
};

/**
 * Adds a contact. The very same one again changes nothing.
 * @throws Refusal `member-left`, `invalid-fields`
 */
export const addContact = (member: Member, body: ContactBody): MemberChange => {
  assertMember(member);
  const contact = ordered(body);
  const { contacts } = member;
  if (contacts.some((one) => same(one, contact))) return NOTHING;
  assertFree(member, contact.email, '');
  if (contacts.length >= MOST) {
    throw new Refusal('invalid-fields', { errors: [{ path: 'email', code: 'too-many', params: { max: MOST } }] });
  }
  // The version grows with each write, so no id is given twice.
  return changed({ ...member, contacts: [...contacts, { ...contact, contactId: `c${member.version}` }] });
};

/**
 * Changes a contact; the main one has a telephone, and stands in for the roles nobody has, so it is given none.
 * @throws Refusal `member-left`, `not-found`, `invalid-fields`
 */
export const changeContact = (member: Member, contactId: string, body: ContactBody): MemberChange => {
  assertMember(member);
  const { roles, phone, ...rest } = ordered(body);
  assertFree(member, rest.email, contactId);
  if (contactId === MAIN_CONTACT) {
    if (phone === null) throw new Refusal('invalid-fields', { errors: [{ path: 'phone', code: 'required' }] });
    const contact = { ...rest, phone };
    return same({ ...member.contact, roles: [] }, { ...contact, roles: [] })
      ? NOTHING
      : changed({ ...member, contact });
  }
  const before = member.contacts.find((one) => one.contactId === contactId);
  if (before === undefined) throw new Refusal('not-found');
  const after = { ...rest, phone, roles, contactId };
  if (same(before, after)) return NOTHING;
  return changed({ ...member, contacts: member.contacts.map((one) => (one === before ? after : one)) });
};

/** Removes a contact; one that is gone already changes nothing. The main one stays. @throws Refusal `member-left` */
export const removeContact = (member: Member, contactId: string): MemberChange => {
  assertMember(member);
  const contacts = member.contacts.filter((one) => one.contactId !== contactId);
  return contacts.length === member.contacts.length ? NOTHING : changed({ ...member, contacts });
};

/** Whom something of a role goes to: the first who has it, or else the main contact. */
export const contactFor = (
  { contact, contacts }: Pick<Member, 'contact' | 'contacts'>,
  role: ContactRole,
): Pick<MemberContact, 'firstName' | 'lastName' | 'email' | 'language'> =>
  contacts.find(({ roles }) => roles.includes(role)) ?? contact;
