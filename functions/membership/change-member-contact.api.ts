import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { changeContact } from '../../domain/member/contacts.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { staffChange } from './staff-change.ts';

/** Changes a contact of a member. */
export const handler = api(DIRECTORY_ROUTES.ChangeMemberContact, staff, async ({ caller, params, body, now }) => {
  const { member } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => changeContact(before, params.contactId, body),
  });
  return { contact: member.contact, contacts: member.contacts };
});
