import { MEMBER_ROUTES } from '../../domain/contract/member-routes.ts';
import { exclude } from '../../domain/member/lifecycle.ts';
import { owedMailWrite } from '../data/owed-mails.ts';
import { tellGrowthEnded } from '../growth/abandon.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { leavingWrites } from './leave.ts';
import { followEnd, owedByEnd } from './left.ts';
import { changedView, staffChange } from './staff-change.ts';

/** Excludes a member, at once, and tells it why. */
export const handler = api(MEMBER_ROUTES.ExcludeMember, headOffice, async ({ caller, params, body, now }) => {
  const { member } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => ({ step: exclude(before, body.reason, now), consequences: [] }),
    writes: async (before, after) => [
      ...(await leavingWrites(before)),
      owedMailWrite(owedByEnd(after, body.reason), now),
    ],
    endsGrowth: true,
  });
  await tellGrowthEnded(member.applicationId, now);
  await followEnd(owedByEnd(member, body.reason), now);
  return changedView(member);
});
