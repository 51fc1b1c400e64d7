import { MEMBER_ROUTES } from '../../domain/contract/member-routes.ts';
import { giveNotice } from '../../domain/member/lifecycle.ts';
import { owedMailWrite } from '../data/owed-mails.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { callOffTasks } from './leave.ts';
import { followEnd, owedByEnd } from './left.ts';
import { changedView, staffChange } from './staff-change.ts';

/** Records a resignation, and tells the company when its membership ends. */
export const handler = api(MEMBER_ROUTES.TakeResignation, staff, async ({ caller, params, body, now }) => {
  const { member } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => ({ step: giveNotice(before, body, now), consequences: [] }),
    writes: async (before, after) => [
      ...(after.renewal === null ? await callOffTasks(before) : []),
      owedMailWrite(owedByEnd(after, null), now),
    ],
  });
  await followEnd(owedByEnd(member, null), now);
  return changedView(member);
});
