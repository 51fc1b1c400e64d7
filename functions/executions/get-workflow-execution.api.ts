import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { applicationIdOf, mayRedrive, mayStop, parentOf } from '../../domain/workflow/execution.ts';
import { findApplication } from '../data/applications.ts';
import { readExecution } from '../shared/execution.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { summaryOf } from './views.ts';

/** One execution, with its workflow drawn and what it is about. */
export const handler = api(ROUTES.GetWorkflowExecution, headOffice, async ({ params }) => {
  const applicationId = applicationIdOf(params.name);
  const [execution, application] = await Promise.all([
    readExecution(params),
    applicationId === null ? null : findApplication(applicationId),
  ]);
  if (execution === null) throw new Refusal('not-found');
  const summary = summaryOf(params, execution.description);
  return {
    ...summary,
    view: execution.view,
    application:
      application === null
        ? null
        : {
            applicationId: application.applicationId,
            companyName: application.form.company.legalName,
            status: application.status,
          },
    parent: parentOf(params),
    nested: execution.nested,
    mayRedrive: mayRedrive(params, summary.status, application),
    mayStop: mayStop(summary.status),
  };
});
