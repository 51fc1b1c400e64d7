import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { transferMember } from '../../domain/member/change.ts';
import { releaseMemberSiren, takeSirenForMember } from '../data/siren-locks.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { changedView, staffChange } from './staff-change.ts';

/** Transfers a membership to another company: the member, and the two SIREN, change together or not at all. */
export const handler = api(ROUTES.TransferMember, headOffice, async ({ caller, params, body, now }) => {
  const { company, reason } = body;
  const { member, consequences } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => transferMember(before, company, reason),
    writes: (before) => [
      releaseMemberSiren(before.company.siren, before.number),
      ...takeSirenForMember(company.siren, before.number, now, () => new Refusal('duplicate-company')),
    ],
  });
  return changedView(member, consequences);
});
