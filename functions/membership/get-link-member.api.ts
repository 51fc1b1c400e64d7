import { LINK_MEMBER_ROUTES } from '../../domain/contract/link-member-routes.ts';
import { isInGoodStanding } from '../../domain/member/certificate.ts';
import { giveNoticeOutlook } from '../../domain/member/lifecycle.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder, viaOf } from '../shared/http/link-holder.ts';
import { memberOfDossier } from './of-link.ts';

/** The membership of the company of a link, as the company sees it. */
export const handler = api(LINK_MEMBER_ROUTES.GetLinkMember, linkHolder, async ({ caller, now }) => {
  const member = await memberOfDossier(caller.applicationId);
  const { number, status, company, establishment, commune, contact, contacts, figures, antenna, since, period } =
    member;
  return {
    number,
    status,
    companyName: company.legalName,
    siren: company.siren,
    category: company.category,
    street: establishment.street,
    postcode: establishment.postcode,
    communeName: commune.name,
    contact,
    contacts,
    figures,
    antenna,
    since,
    period,
    endsOn: member.resignation?.effectiveOn ?? null,
    certified: isInGoodStanding(member, parisDay(now)),
    proven: viaOf(caller, contact.email) === 'mail',
    notice: giveNoticeOutlook(member, now),
  };
});
