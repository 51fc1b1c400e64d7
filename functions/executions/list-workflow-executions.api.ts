import { ListExecutionsCommand, type ListExecutionsCommandOutput } from '@aws-sdk/client-sfn';
import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { applicationIdOf, type ExecutionStatus, type WorkflowName } from '../../domain/workflow/execution.ts';
import { findApplication } from '../data/applications.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { machineArn } from '../shared/machines.ts';
import { calling, client, named } from '../shared/workflow.ts';
import { summaryOf } from './views.ts';

type Asked = {
  workflow: WorkflowName;
  status?: ExecutionStatus | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** The order is that of Step Functions: the newest first. @throws Refusal `invalid-query` on a cursor it did not give */
const list = async ({ workflow, status, cursor, limit }: Asked): Promise<ListExecutionsCommandOutput> => {
  try {
    return await calling(() =>
      client.send(
        new ListExecutionsCommand({
          stateMachineArn: machineArn(workflow),
          statusFilter: status,
          nextToken: cursor,
          maxResults: limit,
        }),
      ),
    );
  } catch (error) {
    if (named(error, 'InvalidToken')) throw new Refusal('invalid-query');
    throw error;
  }
};

/** Of the companies that executions are about, each read once: one has several where a workflow is nested or yearly. */
const companiesOf = async (names: readonly string[]): Promise<Map<string, string>> => {
  const ids = new Set(names.flatMap((name) => applicationIdOf(name) ?? []));
  const applications = await Promise.all([...ids].map(findApplication));
  return new Map(
    applications.flatMap((application) =>
      application === null ? [] : [[application.applicationId, application.form.company.legalName]],
    ),
  );
};

/** Executions of a workflow, the newest first, with the companies they are about. */
export const handler = api(ROUTES.ListWorkflowExecutions, headOffice, async ({ params, query }) => {
  const { workflow } = params;
  const { executions = [], nextToken } = await list({ workflow, ...query });
  const summaries = executions.map((item) => summaryOf({ workflow, name: item.name ?? '' }, item));
  const companies = await companiesOf(summaries.map(({ name }) => name));
  return {
    items: summaries.map((summary) => ({
      ...summary,
      companyName: companies.get(applicationIdOf(summary.name) ?? '') ?? null,
    })),
    nextCursor: nextToken ?? null,
  };
});
