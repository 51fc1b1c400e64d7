import * as z from 'zod';
import { ContactForm } from '../application/form.ts';
import { typed } from '../text/issue-code.ts';

/** What a contact is for, beside being spoken to. */
export const CONTACT_ROLES = ['legal', 'billing', 'technical', 'communication'] as const;
export const ContactRole = z.enum(CONTACT_ROLES, typed);
export type ContactRole = z.infer<typeof ContactRole>;

/** A contact as it is written down; the telephone may be unknown. */
export const ContactBody = ContactForm.extend({
  phone: ContactForm.shape.phone.nullable(),
  roles: z.array(ContactRole, typed).max(CONTACT_ROLES.length, 'too-many'),
});
export type ContactBody = z.infer<typeof ContactBody>;

/** A contact beside the main one. */
export const MemberContact = ContactBody.extend({ contactId: z.string() });
export type MemberContact = z.infer<typeof MemberContact>;
