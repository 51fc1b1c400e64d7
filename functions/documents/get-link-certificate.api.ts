import { LINK_MEMBER_ROUTES } from '../../domain/contract/link-member-routes.ts';
import { policyAt } from '../../domain/dues/policies.ts';
import { certificateOf } from '../../domain/member/certificate.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listDuesPolicies } from '../data/dues-policies.ts';
import { memberOfDossier } from '../membership/of-link.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { makeCertificate } from './make.ts';

/** A certificate of membership of the company of a link. */
export const handler = api(LINK_MEMBER_ROUTES.GetLinkCertificate, linkHolder, async ({ caller, query, now }) => {
  const member = await memberOfDossier(caller.applicationId);
  // Who issues it is said by the policy of the first day of the period, so that it stays what it was.
  const { seller } = policyAt(member.period.from, await listDuesPolicies());
  const language = query.language ?? member.contact.language;
  const certificate = certificateOf(member, seller, language, parisDay(now));
  return {
    bytes: await makeCertificate(certificate),
    type: 'application/pdf' as const,
    name: `attestation-${certificate.reference}.pdf`,
  };
});
