import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { applicationIdOf, currentExecution, goesOnByItself, isCurrent } from '../../domain/workflow/execution.ts';
import { restartApplication } from '../applications/restart.ts';
import { findApplication } from '../data/applications.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { redriveExecution } from '../shared/workflow.ts';

/**
 * Goes on with a failed execution: one of joining with its application, which takes its SIREN again; one of a renewal or
 * a campaign by itself.
 */
export const handler = api(ROUTES.RedriveWorkflowExecution, headOffice, async ({ caller, params, body, now }) => {
  if (goesOnByItself(params)) {
    if (!(await redriveExecution(params))) throw new Refusal('not-redrivable');
    return params;
  }
  const applicationId = applicationIdOf(params.name);
  const application = applicationId === null ? null : await findApplication(applicationId);
  if (application === null) throw new Refusal('not-found');
  if (!isCurrent(params, application)) throw new Refusal('not-redrivable');
  const by = { kind: 'staff', id: caller.id, name: caller.name } as const;
  const restarted = await restartApplication(application.applicationId, by, body.reason, now);
  return { workflow: 'joining' as const, name: currentExecution(restarted) };
});
