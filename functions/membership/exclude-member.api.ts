import { MEMBER_ROUTES } from '../../domain/contract/member-routes.ts';
import { exclude } from '../../domain/member/lifecycle.ts';
import { tellGrowthEnded } from '../growth/abandon.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { sendMail } from '../shared/mailer.ts';
import { readCorrespondent } from './correspondent.ts';
import { callOff, leavingWrites } from './leave.ts';
import { changedView, staffChange } from './staff-change.ts';

/** Excludes a member, at once, and tells it why. */
export const handler = api(MEMBER_ROUTES.ExcludeMember, headOffice, async ({ caller, params, body, now }) => {
  const { member } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => ({ step: exclude(before, body.reason, now), consequences: [] }),
    writes: leavingWrites,
    endsGrowth: true,
  });
  await callOff(member, now);
  await tellGrowthEnded(member.applicationId, now);
  const { number, leftAt, contact, company } = member;
  await sendMail({
    name: 'member-excluded',
    application: await readCorrespondent(member),
    naturalKey: `${number}#${leftAt}`,
    values: () => ({ firstName: contact.firstName, companyName: company.legalName, comment: body.reason }),
    now,
  });
  return changedView(member);
});
