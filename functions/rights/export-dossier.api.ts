import { RIGHTS_ROUTES } from '../../domain/contract/rights-routes.ts';
import { antennasOf, readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { exportOf } from './gather.ts';
import { noteOpened } from './opened.ts';

/** Everything that is held of a dossier, for whoever asked for it. */
export const handler = api(RIGHTS_ROUTES.ExportDossier, staff, async ({ caller, params, now }) => {
  const { id } = params;
  assertWithin(readingScope(caller), antennasOf(await getApplication(id)));
  await noteOpened(caller, id, 'export', now);
  return exportOf(id, now);
});
