import { MAILING_ROUTES } from '../../domain/contract/mailing-routes.ts';
import { taskScope, within } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { listMailings } from '../data/mailings.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { mailingView } from './views.ts';

/** Mailings to the members of the caller's antennas, the newest first. */
export const handler = api(MAILING_ROUTES.ListMailings, staff, async ({ caller, query }) => {
  const scope = taskScope(caller);
  antennasToList(scope, undefined);
  const page = await listMailings(
    query,
    ({ antennas }) => scope === 'all' || (antennas !== null && within(scope, antennas)),
  );
  return { ...page, items: page.items.map(mailingView) };
});
