import { MEMBER_ROUTES } from '../../domain/contract/member-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { transferMember } from '../../domain/member/change.ts';
import { getApplication } from '../data/applications.ts';
import { growthAnew } from '../data/growth-profiles.ts';
import { releaseMemberSiren, takeSirenForMember } from '../data/siren-locks.ts';
import { tellGrowthEnded } from '../growth/abandon.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { changedView, staffChange } from './staff-change.ts';

/**
 * Transfers a membership to another company: the member, and the two SIREN, change together or not at all. The growth of
 * the company that was is not that of the one that goes on: its screening and its place end, its figures are known no
 * more; the other gives its own, and asks to be screened for them.
 */
export const handler = api(MEMBER_ROUTES.TransferMember, headOffice, async ({ caller, params, body, now }) => {
  const { company, reason } = body;
  const { member, consequences } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => transferMember(before, company, reason),
    writes: async (before) => [
      releaseMemberSiren(before.company.siren, before.number),
      ...takeSirenForMember(company.siren, before.number, now, () => new Refusal('duplicate-company')),
      await growthAnew(await getApplication(before.applicationId)),
    ],
    endsGrowth: true,
  });
  await tellGrowthEnded(member.applicationId, now);
  return changedView(member, consequences);
});
