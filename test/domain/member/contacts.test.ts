import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../../domain/errors.ts';
import type { ContactBody } from '../../../domain/member/contact.ts';
import { addContact, changeContact, contactFor, MAIN_CONTACT, removeContact } from '../../../domain/member/contacts.ts';
import type { Member } from '../../../domain/member/member.ts';
import { sampleMember } from './samples.ts';

const NADIA: ContactBody = {
  firstName: 'Nadia',
  lastName: 'Perrin',
  role: 'Comptable',
  email: 'compta@exemple.fr',
  phone: null,
  language: 'en',
  roles: ['billing'],
};
const member = sampleMember();
const made = ({ step }: { step: { member: Member } | null }): Member => step?.member ?? member;
const codes = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error instanceof Refusal ? (error.details.errors?.map(({ code }) => code) ?? error.type) : error;
  }
  return 'nothing refused';
};

describe('contacts of a member', () => {
  it('are added once, with roles in one order; the line tells nothing of the person', () => {
    const change = addContact(member, { ...NADIA, roles: ['technical', 'billing'] });
    expect(change.step?.happening).toEqual({ type: 'member-changed', changed: ['contacts'], comment: '' });
    const one = made(change);
    expect(one.contacts).toMatchObject([{ contactId: `c${member.version}`, roles: ['billing', 'technical'] }]);
    expect(addContact(one, { ...NADIA, roles: ['billing', 'technical'] }).step).toBeNull();
  });

  it('have an address each', () => {
    const one = made(addContact(member, NADIA));
    expect(codes(() => addContact(one, { ...NADIA, email: 'COMPTA@exemple.fr', role: 'DAF' }))).toEqual([
      'contact.known',
    ]);
    expect(codes(() => addContact(member, { ...NADIA, email: member.contact.email }))).toEqual(['contact.known']);
    const other = made(addContact({ ...one, version: 9 }, { ...NADIA, email: 'b@exemple.fr' }));
    expect(codes(() => changeContact(other, 'c9', NADIA))).toEqual(['contact.known']);
    expect(made(changeContact(other, 'c9', { ...NADIA, email: 'c@exemple.fr' })).contacts[1]?.email).toBe(
      'c@exemple.fr',
    );
  });

  it('are changed and removed, once; the main one is changed and stays', () => {
    const one = made(addContact(member, NADIA));
    const id = one.contacts[0]?.contactId ?? '';
    expect(changeContact(one, id, NADIA).step).toBeNull();
    expect(codes(() => changeContact(one, 'c77', { ...NADIA, email: 'd@exemple.fr' }))).toBe('not-found');
    expect(made(removeContact(one, id)).contacts).toEqual([]);
    expect(removeContact(member, id).step).toBeNull();
    expect(removeContact(one, MAIN_CONTACT).step).toBeNull();
    const body = { ...member.contact, roles: [], lastName: 'Durand' };
    expect(made(changeContact(member, MAIN_CONTACT, body)).contact.lastName).toBe('Durand');
    expect(changeContact(member, MAIN_CONTACT, { ...member.contact, roles: [] }).step).toBeNull();
    expect(codes(() => changeContact(member, MAIN_CONTACT, { ...body, phone: null }))).toEqual(['required']);
  });

  it('are twenty at most, and none of who has left', () => {
    let full = member;
    for (let n = 0; n < 20; n += 1) {
      full = made(addContact({ ...full, version: n }, { ...NADIA, email: `${n}@exemple.fr` }));
    }
    expect(codes(() => addContact(full, NADIA))).toEqual(['too-many']);
    const left: Member = { ...member, status: 'resigned', leftAt: '2027-12-31T23:00:00.000Z' };
    expect(codes(() => addContact(left, NADIA))).toBe('member-left');
  });

  it('say whom an invoice goes to: who deals with them, or else the main one', () => {
    expect(contactFor(member, 'billing').email).toBe(member.contact.email);
    const one = made(addContact(member, NADIA));
    expect(contactFor(one, 'billing')).toMatchObject({ email: NADIA.email, language: 'en' });
    expect(contactFor(one, 'legal').email).toBe(member.contact.email);
  });
});
