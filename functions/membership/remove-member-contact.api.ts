import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { removeContact } from '../../domain/member/contacts.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { staffChange } from './staff-change.ts';

/** Removes a contact of a member. */
export const handler = api(DIRECTORY_ROUTES.RemoveMemberContact, staff, async ({ caller, params, now }) => {
  const { member } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => removeContact(before, params.contactId),
  });
  return { contact: member.contact, contacts: member.contacts };
});
