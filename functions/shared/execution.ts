import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
} from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { WorkflowView } from '../../domain/contract/responses.ts';
import { workflowView } from '../../domain/workflow/view.ts';
import { calling, client, executionArn, named } from './workflow.ts';

/** Events asked for at once: the most Step Functions gives. */
const PAGE = 1000;

/** The history of an execution, oldest first. An execution has 25,000 events at most. */
const historyOf = async (arn: string): Promise<HistoryEvent[]> => {
  const history: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await calling(() =>
      client.send(new GetExecutionHistoryCommand({ executionArn: arn, maxResults: PAGE, nextToken })),
    );
    history.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return history;
};

/** What a started nested execution is submitted with. */
const Submitted = z.object({ ExecutionArn: z.string() });

/** The nested execution started last: a correction may have led to several. */
const lastNested = (history: readonly HistoryEvent[]): string | null =>
  history.reduce<string | null>((last, { taskSubmittedEventDetails: submitted }) => {
    if (submitted?.resourceType !== 'states' || submitted.output === undefined) return last;
    return Submitted.parse(JSON.parse(submitted.output)).ExecutionArn;
  }, null);

const read = async (arn: string): Promise<WorkflowView[]> => {
  const [execution, machine, events] = await Promise.all([
    calling(() => client.send(new DescribeExecutionCommand({ executionArn: arn }))),
    calling(() => client.send(new DescribeStateMachineForExecutionCommand({ executionArn: arn }))),
    historyOf(arn),
  ]);
  const nested = lastNested(events);
  const view = workflowView({
    workflow: machine.name ?? '',
    definition: machine.definition ?? '',
    events,
    status: WorkflowView.shape.executionStatus.parse(execution.status),
    error: execution.error ?? null,
    cause: execution.cause ?? null,
  });
  return [view, ...(nested === null ? [] : await read(nested))];
};

/**
 * The workflows of an application, drawn: `joining`, then the last execution nested in it.
 * @returns none when Step Functions knows the execution no more: it forgets one 90 days after its end
 * @throws TransientWorkflowError
 */
export const readWorkflows = async (executionName: string): Promise<WorkflowView[]> => {
  try {
    return await read(executionArn(executionName));
  } catch (error) {
    if (named(error, 'ExecutionDoesNotExist')) return [];
    throw error;
  }
};
