import { ROUTES } from '../../domain/contract/routes.ts';
import { antennasOf, readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { readWorkflows } from '../shared/execution.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

/** The workflows of an application, with the current state marked; none before it is started. */
export const handler = api(ROUTES.GetApplicationWorkflow, staff, async ({ caller, params }) => {
  const application = await getApplication(params.id);
  assertWithin(readingScope(caller), antennasOf(application));
  return { items: application.executionName === null ? [] : await readWorkflows(application.executionName) };
});
