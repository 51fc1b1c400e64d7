import { LINK_MEMBER_ROUTES } from '../../domain/contract/link-member-routes.ts';
import { correctContact } from '../../domain/member/change.ts';
import type { Member } from '../../domain/member/member.ts';
import { changeMember } from '../data/members.ts';
import { type OwedMail, owedMailWrite } from '../data/owed-mails.ts';
import { tellNow } from '../dues/owed-mail.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder, viaOf } from '../shared/http/link-holder.ts';
import { memberOfDossier } from './of-link.ts';

/** The mail that a change of address owes to the address before: somebody who should not have the link is noticed. */
const owedTo = ({ applicationId, version, company, contact }: Member, email: string): OwedMail[] =>
  email === contact.email
    ? []
    : [{ about: 'contact', applicationId, version, companyName: company.legalName, former: contact, email }];

/** Corrects whom a member is reached through, in the member and in its dossier at once. */
export const handler = api(LINK_MEMBER_ROUTES.CorrectContact, linkHolder, async ({ caller, body, now }) => {
  const { number } = await memberOfDossier(caller.applicationId);
  const { contact } = body;
  const owed: OwedMail[] = [];
  const member = await changeMember(number, (before, application) => {
    const { step } = correctContact(before, contact, viaOf(caller, before.contact.email) === 'mail');
    owed.length = 0;
    if (step === null) return null;
    owed.push(...owedTo(before, contact.email));
    return {
      member: step.member,
      application: { ...application, form: { ...application.form, contact } },
      at: now,
      events: [{ actor: { kind: 'company' }, happening: step.happening }],
      writes: owed.map((mail) => owedMailWrite(mail, now)),
    };
  });
  await tellNow(owed, now);
  return { contact: member.contact };
});
