import * as z from 'zod';
import { type Operation, operation, present, seconds } from '../../http/aws-json.ts';
import { detailsKey, type HistoryEvent } from '../engine/history.ts';
import type { Executions } from '../executions.ts';
import { type Ending, listPosition } from '../journal/records.ts';
import { DATA_LIMIT, type Json } from '../json.ts';
import type { Machines } from '../machines.ts';
import { checkArn } from './arn.ts';
import { pageOf, paging } from './page.ts';

const STATUSES = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'] as const;

const arn = z.string().max(256);

/** The calls that concern executions. */
export function executionOperations(machines: Machines, executions: Executions): Record<string, Operation> {
  return {
    StartExecution: operation(
      z.object({
        stateMachineArn: arn,
        name: z.string().optional(),
        input: z.string().max(DATA_LIMIT).default('{}'),
        traceHeader: z.string().max(256).optional(),
      }),
      async ({ stateMachineArn, name, input }) => {
        checkArn(stateMachineArn, 'stateMachine');
        const { start } = await executions.launch({ stateMachineArn, name, input });
        return { executionArn: start.executionArn, startDate: seconds(start.at) };
      },
    ),

    StopExecution: operation(
      z.object({ executionArn: arn, error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() }),
      async ({ executionArn, error = null, cause = null }) => {
        checkArn(executionArn, 'execution');
        const execution = executions.live(executionArn);
        if (execution !== undefined) await executions.stop(execution, error, cause);
        return { stopDate: seconds((await executions.view(executionArn)).ending.stopDate) };
      },
    ),

    DescribeExecution: operation(
      z.object({ executionArn: arn, includedData: z.enum(['ALL_DATA', 'METADATA_ONLY']).optional() }),
      async ({ executionArn, includedData }) => {
        checkArn(executionArn, 'execution');
        const view = await executions.view(executionArn);
        const { error, cause, output } = view.ending;
        const refusal = executions.notRedrivable(view);
        const included = includedData !== 'METADATA_ONLY';
        return present({
          ...listed(view.ending),
          redriveStatus: refusal === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
          redriveStatusReason: refusal,
          ...{ error, cause },
          input: included ? view.start.input : null,
          inputDetails: { included },
          output: included ? output : null,
          outputDetails: output === null ? null : { included },
        });
      },
    ),

    ListExecutions: operation(
      z.object({
        ...paging,
        stateMachineArn: arn,
        statusFilter: z.enum(STATUSES, `Member must satisfy enum value set: [${STATUSES.join(', ')}]`).optional(),
      }),
      ({ stateMachineArn, statusFilter, ...page }) => {
        checkArn(stateMachineArn, 'stateMachine');
        machines.get(stateMachineArn);
        const list = (after: string | undefined) => executions.list(stateMachineArn, statusFilter, after);
        const { items, nextToken } = pageOf(`${stateMachineArn} ${statusFilter}`, page, list, listPosition);
        return present({ executions: items.map(listed), nextToken });
      },
    ),

    GetExecutionHistory: operation(
      z.object({
        ...paging,
        executionArn: arn,
        reverseOrder: z.boolean().default(false),
        includeExecutionData: z.boolean().default(true),
      }),
      async ({ executionArn, reverseOrder, includeExecutionData, ...page }) => {
        checkArn(executionArn, 'execution');
        const all = await executions.history(executionArn);
        const list = (after: string | undefined) => {
          const rest =
            after === undefined
              ? all
              : all.filter(({ id }) => reverseOrder === id < Number(after) && id !== Number(after));
          return reverseOrder ? rest.reverse() : rest;
        };
        const { items, nextToken } = pageOf(`${executionArn} ${reverseOrder}`, page, list, ({ id }) => String(id));
        return present({ events: items.map((event) => historyEvent(event, includeExecutionData)), nextToken });
      },
    ),

    RedriveExecution: operation(
      z.object({ executionArn: arn, clientToken: z.string().min(1).max(64).optional() }),
      async ({ executionArn }) => {
        checkArn(executionArn, 'execution');
        const { ending } = await executions.redrive(executionArn, null);
        return { redriveDate: seconds(ending.redriveDate) };
      },
    ),
  };
}

function listed(ending: Ending): object {
  const { executionArn, stateMachineArn, name, status, startDate, stopDate, redriveCount, redriveDate } = ending;
  const dates = { startDate: seconds(startDate), stopDate: seconds(stopDate), redriveDate: seconds(redriveDate) };
  return present({ executionArn, stateMachineArn, name, status, redriveCount, ...dates });
}

const DATA = ['input', 'output', 'parameters', 'assignedVariables', 'error', 'cause'];

function historyEvent({ details, timestamp, ...event }: HistoryEvent, includeData: boolean): object {
  const shown: [string, Json][] = Object.entries(details ?? {}).filter(([key]) => includeData || !DATA.includes(key));
  const member = details === undefined ? {} : { [detailsKey(event.type)]: Object.fromEntries(shown) };
  return { ...event, timestamp: seconds(timestamp), ...member };
}
