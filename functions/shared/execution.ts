import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
} from '@aws-sdk/client-sfn';
import type { WorkflowView } from '../../domain/contract/responses.ts';
import { type ExecutionRef, ExecutionStatus } from '../../domain/workflow/execution.ts';
import { plainCause, startedBy } from '../../domain/workflow/history.ts';
import { workflowView } from '../../domain/workflow/view.ts';
import { executionArn, executionAt } from './machines.ts';
import { calling, client, named } from './workflow.ts';

/** Events asked for at once: the most Step Functions gives. */
const PAGE = 1000;

/** The history of an execution, oldest first. An execution has 25,000 events at most. */
const readHistory = async (execution: ExecutionRef): Promise<HistoryEvent[]> => {
  const history: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await calling(() =>
      client.send(
        new GetExecutionHistoryCommand({ executionArn: executionArn(execution), maxResults: PAGE, nextToken }),
      ),
    );
    history.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return history;
};

/** What Step Functions tells; null when it knows no such execution: it forgets one 90 days after its end. */
const ifKnown = async <T>(asked: Promise<T>): Promise<T | null> => {
  try {
    return await asked;
  } catch (error) {
    if (named(error, 'ExecutionDoesNotExist', 'InvalidArn')) return null;
    throw error;
  }
};

/** An execution as it stands: what Step Functions says of it, its workflow drawn, and what it started. */
export type Execution = {
  description: DescribeExecutionCommandOutput;
  view: WorkflowView;
  /** The executions it started, the oldest first, each once. */
  nested: ExecutionRef[];
};

const nestedIn = (history: readonly HistoryEvent[]): ExecutionRef[] => {
  const arns = new Set(history.map(startedBy).filter((arn) => arn !== null));
  return [...arns].map(executionAt).filter((execution) => execution !== null);
};

const read = async (execution: ExecutionRef): Promise<Execution> => {
  const at = { executionArn: executionArn(execution) };
  const [description, machine, events] = await Promise.all([
    calling(() => client.send(new DescribeExecutionCommand(at))),
    calling(() => client.send(new DescribeStateMachineForExecutionCommand(at))),
    readHistory(execution),
  ]);
  const view = workflowView({
    workflow: execution.workflow,
    definition: machine.definition ?? '',
    events,
    status: ExecutionStatus.parse(description.status),
    error: description.error ?? null,
    cause: description.cause === undefined ? null : plainCause(description.cause),
  });
  return { description, view, nested: nestedIn(events) };
};

/**
 * Reads an execution.
 * @returns null when Step Functions knows none of this name (any more)
 * @throws TransientWorkflowError
 */
export const readExecution = (execution: ExecutionRef): Promise<Execution | null> => ifKnown(read(execution));

/** The history alone, oldest first; null when Step Functions knows none of this name (any more). */
export const historyOf = (execution: ExecutionRef): Promise<HistoryEvent[] | null> => ifKnown(readHistory(execution));

/** An execution, then the one it started last (a correction may have led to several), and so on. */
const readNested = async (execution: ExecutionRef): Promise<WorkflowView[]> => {
  const { view, nested } = await read(execution);
  const last = nested.at(-1);
  return [view, ...(last === undefined ? [] : await readNested(last))];
};

/**
 * The workflows of an application, drawn: `joining`, then the last execution nested in it.
 * @returns none when Step Functions knows the execution no more
 * @throws TransientWorkflowError
 */
export const readWorkflows = async (executionName: string): Promise<WorkflowView[]> =>
  (await ifKnown(readNested({ workflow: 'joining', name: executionName }))) ?? [];
