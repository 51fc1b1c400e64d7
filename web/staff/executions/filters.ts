import * as z from 'zod';
import { type ExecutionRef, ExecutionStatus, WorkflowName } from '../../../domain/workflow/execution.ts';

export const EXECUTIONS_PATH = '/staff/workflows';

/** What the list of executions shows; kept in the address. A part that makes no sense falls back. */
export const ExecutionFilters = z.object({
  workflow: WorkflowName.catch('joining'),
  status: ExecutionStatus.nullable().catch(null),
});
export type ExecutionFilters = z.infer<typeof ExecutionFilters>;

/** Reads the filters from the query of an address. */
export const executionFiltersFrom = (query: string): ExecutionFilters => {
  const parameters = new URLSearchParams(query);
  return ExecutionFilters.parse({ workflow: parameters.get('workflow'), status: parameters.get('status') });
};

/** The address of the list with these filters. */
export const executionsAddress = ({ workflow, status }: ExecutionFilters): string =>
  `${EXECUTIONS_PATH}?${new URLSearchParams({ workflow, ...(status === null ? {} : { status }) })}`;

/** The address of one execution's page. */
export const executionAddress = ({ workflow, name }: ExecutionRef): string => `${EXECUTIONS_PATH}/${workflow}/${name}`;
