import { LINK_MEMBER_ROUTES } from '../../domain/contract/link-member-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { giveNotice } from '../../domain/member/lifecycle.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeMember } from '../data/members.ts';
import { owedMailWrite } from '../data/owed-mails.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder, viaOf } from '../shared/http/link-holder.ts';
import { callOffTasks } from './leave.ts';
import { followEnd, owedByEnd } from './left.ts';
import { memberOfDossier } from './of-link.ts';
import { changedView } from './staff-change.ts';

/** Takes the resignation that a company gives through its link: in writing, on this day, by who has its mails. */
export const handler = api(LINK_MEMBER_ROUTES.ResignMembership, linkHolder, async ({ caller, body, now }) => {
  const found = await memberOfDossier(caller.applicationId);
  const member = await changeMember(found.number, async (before) => {
    if (viaOf(caller, before.contact.email) !== 'mail') throw new Refusal('mailed-link-required');
    const step = giveNotice(before, { ...body, receivedOn: parisDay(now) }, now);
    if (step === null) return null;
    return {
      member: step.member,
      at: now,
      events: [{ actor: { kind: 'company' }, happening: step.happening }],
      writes: [
        ...(step.member.renewal === null ? await callOffTasks(before) : []),
        owedMailWrite(owedByEnd(step.member, null), now),
      ],
    };
  });
  await followEnd(owedByEnd(member, null), now);
  return changedView(member);
});
