import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { stopExecution } from './stop.ts';

/** Stops a running execution: its application is closed as failed. */
export const handler = api(ROUTES.StopWorkflowExecution, headOffice, async ({ caller, params, body, now }) => {
  await stopExecution(params, { kind: 'staff', id: caller.id, name: caller.name }, body.reason, now);
  return params;
});
