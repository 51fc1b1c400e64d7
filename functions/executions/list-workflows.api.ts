import { ROUTES } from '../../domain/contract/routes.ts';
import { WORKFLOW_NAMES } from '../../domain/workflow/execution.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';

/** The workflows there are. */
export const handler = api(ROUTES.ListWorkflows, headOffice, async () => ({
  items: WORKFLOW_NAMES.map((workflow) => ({ workflow })),
}));
