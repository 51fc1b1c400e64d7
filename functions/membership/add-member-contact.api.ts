import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { addContact } from '../../domain/member/contacts.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { staffChange } from './staff-change.ts';

/** Adds a contact to a member. */
export const handler = api(DIRECTORY_ROUTES.AddMemberContact, staff, async ({ caller, params, body, now }) => {
  const { member } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => addContact(before, body),
  });
  return { contact: member.contact, contacts: member.contacts };
});
