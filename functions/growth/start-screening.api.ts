import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { antennasOf, taskScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { startCase } from './start-case.ts';

/** Staff have a member screened. */
export const handler = api(GROWTH_ROUTES.StartScreening, staff, async ({ caller, params, now }) => {
  assertWithin(taskScope(caller), antennasOf(await getApplication(params.id)));
  return startCase(params.id, 'staff', { kind: 'staff', id: caller.id, name: caller.name }, now);
});
