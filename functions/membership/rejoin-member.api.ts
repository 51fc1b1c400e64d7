import { MEMBER_ROUTES } from '../../domain/contract/member-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { rejoin } from '../../domain/member/lifecycle.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { takeSirenForMember } from '../data/siren-locks.ts';
import { startRenewal } from '../renewal/start.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { changedView, staffChange } from './staff-change.ts';

/** Takes a former member back: its SIREN and its renewal change together, then the renewal starts. */
export const handler = api(MEMBER_ROUTES.RejoinMember, staff, async ({ caller, params, body, now }) => {
  const { member } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => ({ step: rejoin(before, body.comment, now), consequences: [] }),
    writes: (before) =>
      hasLeft(before.status)
        ? takeSirenForMember(before.company.siren, before.number, now, () => new Refusal('duplicate-company'))
        : [],
  });
  await startRenewal(member);
  return changedView(member);
});
