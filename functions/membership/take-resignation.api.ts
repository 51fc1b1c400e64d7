import { MEMBER_ROUTES } from '../../domain/contract/member-routes.ts';
import { giveNotice } from '../../domain/member/lifecycle.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { sendMail } from '../shared/mailer.ts';
import { readCorrespondent } from './correspondent.ts';
import { callOff, callOffTasks } from './leave.ts';
import { changedView, staffChange } from './staff-change.ts';

/** Records a resignation, and tells the company when its membership ends. */
export const handler = api(MEMBER_ROUTES.TakeResignation, staff, async ({ caller, params, body, now }) => {
  const { member } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => ({ step: giveNotice(before, body, now), consequences: [] }),
    writes: (before, after) => (after.renewal === null ? callOffTasks(before) : []),
  });
  await callOff(member, now);
  const { resignation, contact, company, number } = member;
  if (resignation === null) throw new Error(`The member ${number} has no resignation.`);
  await sendMail({
    name: 'resignation-received',
    application: await readCorrespondent(member),
    naturalKey: `${number}#${resignation.effectiveOn}`,
    values: () => ({
      firstName: contact.firstName,
      companyName: company.legalName,
      receivedOn: resignation.receivedOn,
      effectiveOn: resignation.effectiveOn,
    }),
    now,
  });
  return changedView(member);
});
