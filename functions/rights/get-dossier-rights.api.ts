import { RIGHTS_ROUTES } from '../../domain/contract/rights-routes.ts';
import { antennasOf, readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { listAccess } from '../data/access-log.ts';
import { listTimeline } from '../data/timeline.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { readAccounts } from './accounts.ts';
import { noteOpened } from './opened.ts';
import { readStanding } from './standing.ts';
import { rightsView } from './views.ts';

/** What is held of the people of a dossier, and what may be done about it. */
export const handler = api(RIGHTS_ROUTES.GetDossierRights, staff, async ({ caller, params, now }) => {
  const dossier = await readStanding(params.id);
  assertWithin(readingScope(caller), antennasOf(dossier.application));
  await noteOpened(caller, params.id, 'rights', now);
  const [accounts, timeline, access] = await Promise.all([
    readAccounts(params.id),
    listTimeline(params.id),
    listAccess(params.id),
  ]);
  return rightsView(dossier, { accounts, timeline, access }, now);
});
