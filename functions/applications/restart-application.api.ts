import { ROUTES } from '../../domain/contract/routes.ts';
import { antennasOf, taskScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { restartApplication } from './restart.ts';

/** Goes on with an application whose workflow failed unexpectedly. */
export const handler = api(ROUTES.RestartApplication, staff, async ({ caller, params, now }) => {
  assertWithin(taskScope(caller), antennasOf(await getApplication(params.id)));
  const { applicationId, status } = await restartApplication(
    params.id,
    { kind: 'staff', id: caller.id, name: caller.name },
    '',
    now,
  );
  return { applicationId, status };
});
