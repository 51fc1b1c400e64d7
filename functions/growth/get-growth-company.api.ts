import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { antennasOf, readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { noteOpened } from '../rights/opened.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { staffGrowthView } from './views.ts';

/** A member's growth, for staff who may read it. */
export const handler = api(GROWTH_ROUTES.GetGrowthCompany, staff, async ({ caller, params, now }) => {
  assertWithin(readingScope(caller), antennasOf(await getApplication(params.id)));
  await noteOpened(caller, params.id, 'growth', now);
  return staffGrowthView(params.id, now);
});
