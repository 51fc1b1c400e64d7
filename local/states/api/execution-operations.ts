import * as z from 'zod';
import { type Operation, operation, present, seconds } from '../../http/aws-json.ts';
import { detailsKey, type HistoryEvent } from '../engine/history.ts';
import type { Executions } from '../executions.ts';
import { type Ending, listPosition } from '../journal/records.ts';
import { ofExecution, ofMachine } from './arn.ts';
import { pageOf, paging } from './page.ts';

const STATUSES = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'] as const;
const statusFilter = z.enum(STATUSES, `Member must satisfy enum value set: [${STATUSES.join(', ')}]`).optional();
const error = z.string().max(256).default('');
const cause = z.string().max(32_768).default('');

/** The calls that concern executions. */
export function executionOperations(executions: Executions): Record<string, Operation> {
  return {
    StartExecution: operation(
      z.object({ ...ofMachine, name: z.string().optional(), input: z.string().default('{}') }),
      async (launch) => {
        const { start } = await executions.launch(launch);
        return { executionArn: start.executionArn, startDate: seconds(start.at) };
      },
    ),

    StopExecution: operation(z.object({ ...ofExecution, error, cause }), async ({ executionArn, error, cause }) => {
      const execution = executions.live(executionArn);
      if (execution !== undefined) await executions.stop(execution, error || null, cause || null);
      return { stopDate: seconds((await executions.view(executionArn)).ending.stopDate) };
    }),

    DescribeExecution: operation(z.object(ofExecution), async ({ executionArn }) => {
      const { start, ending } = await executions.view(executionArn);
      const { error, cause, output } = ending;
      const redriveStatusReason = executions.notRedrivable(ending);
      return present({
        ...listed(ending),
        redriveStatus: redriveStatusReason === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
        ...{ redriveStatusReason, error, cause, output, input: start.input },
        inputDetails: { included: true },
        outputDetails: output === null ? null : { included: true },
      });
    }),

    ListExecutions: operation(
      z.object({ ...paging, ...ofMachine, statusFilter }),
      ({ stateMachineArn, statusFilter, ...page }) => {
        executions.machine(stateMachineArn);
        const list = (after: string | undefined) => executions.list(stateMachineArn, statusFilter, after);
        const { items, nextToken } = pageOf(`${stateMachineArn} ${statusFilter}`, page, list, listPosition);
        return present({ executions: items.map(listed), nextToken });
      },
    ),

    GetExecutionHistory: operation(
      z.object({
        ...paging,
        ...ofExecution,
        reverseOrder: z.boolean().default(false),
        includeExecutionData: z.boolean().default(true),
      }),
      async ({ executionArn, reverseOrder, includeExecutionData, ...page }) => {
        const all = await executions.history(executionArn);
        if (reverseOrder) all.reverse();
        const list = (after: string | undefined) => all.slice(all.findIndex(({ id }) => String(id) === after) + 1);
        const { items, nextToken } = pageOf(`${executionArn} ${reverseOrder}`, page, list, ({ id }) => String(id));
        return present({ events: items.map((event) => historyEvent(event, includeExecutionData)), nextToken });
      },
    ),

    RedriveExecution: operation(z.object(ofExecution), async ({ executionArn }) => {
      const { ending } = await executions.redrive(executionArn, null);
      return { redriveDate: seconds(ending.redriveDate) };
    }),
  };
}

function listed(ending: Ending): object {
  const { executionArn, stateMachineArn, name, status, startDate, stopDate, redriveCount, redriveDate } = ending;
  const dates = { startDate: seconds(startDate), stopDate: seconds(stopDate), redriveDate: seconds(redriveDate) };
  return present({ executionArn, stateMachineArn, name, status, redriveCount, ...dates });
}

const DATA = ['input', 'output', 'parameters', 'assignedVariables', 'error', 'cause'];

function historyEvent({ details, timestamp, ...event }: HistoryEvent, includeData: boolean): object {
  const shown = Object.entries(details ?? {}).filter(([key]) => includeData || !DATA.includes(key));
  const member = details && { [detailsKey(event.type)]: Object.fromEntries(shown) };
  return { ...event, timestamp: seconds(timestamp), ...member };
}
