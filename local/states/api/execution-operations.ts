import * as z from 'zod';
import { detailsKey, type HistoryEvent } from '../engine/history.ts';
import type { Executions } from '../executions.ts';
import { type ExecutionRecord, listPosition } from '../journal/journal-store.ts';
import { DATA_LIMIT, type Json } from '../json.ts';
import type { Machines } from '../machines.ts';
import type { StatesOptions } from '../ports.ts';
import { checkArn, checkName } from './arn.ts';
import { pageOf, pageSize, paging, readToken, writeToken } from './page.ts';
import { type Operation, operation, present, seconds } from './protocol.ts';

const STATUSES = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'] as const;

const arn = z.string().max(256);
const error = z.string().max(256).optional();
const cause = z.string().max(32_768).optional();

/** The calls that concern executions. */
export function executionOperations(
  options: StatesOptions,
  machines: Machines,
  executions: Executions,
): Record<string, Operation> {
  const { clock } = options;
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
        if (name !== undefined) checkName(name);
        const { start } = await executions.launch({ stateMachineArn, name, input, unique: name !== undefined });
        return { executionArn: start.executionArn, startDate: seconds(start.at) };
      },
    ),

    StopExecution: operation(z.object({ executionArn: arn, error, cause }), async ({ executionArn, error, cause }) => {
      checkArn(executionArn, 'execution');
      const execution = executions.live(executionArn);
      if (execution !== undefined) await executions.stop(execution, error ?? null, cause ?? null);
      const { record } = await executions.view(executionArn);
      return { stopDate: seconds(record.stopDate ?? clock.now()) };
    }),

    DescribeExecution: operation(
      z.object({ executionArn: arn, includedData: z.enum(['ALL_DATA', 'METADATA_ONLY']).optional() }),
      async ({ executionArn, includedData }) => {
        checkArn(executionArn, 'execution');
        const view = await executions.view(executionArn);
        const { start, ending } = view;
        const refusal = executions.notRedrivable(view);
        const included = includedData !== 'METADATA_ONLY';
        return present({
          ...listed(view.record),
          redriveStatus: refusal === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
          redriveStatusReason: refusal,
          error: ending.error,
          cause: ending.cause,
          input: included ? start.input : null,
          inputDetails: { included },
          output: included ? ending.output : null,
          outputDetails: ending.output === null ? null : { included },
        });
      },
    ),

    ListExecutions: operation(
      z.object({
        ...paging,
        stateMachineArn: arn,
        statusFilter: z.enum(STATUSES, `Member must satisfy enum value set: [${STATUSES.join(', ')}]`).optional(),
      }),
      async ({ stateMachineArn, statusFilter, maxResults, nextToken }) => {
        checkArn(stateMachineArn, 'stateMachine');
        machines.get(stateMachineArn);
        if (statusFilter === 'PENDING_REDRIVE') return { executions: [] };
        const list = `${stateMachineArn} ${statusFilter}`;
        const after = readToken(list, nextToken);
        const limit = pageSize(maxResults);
        const found = await executions.list({ stateMachineArn, status: statusFilter, limit: limit + 1, after });
        const shown = found.slice(0, limit);
        const last = found.length > limit ? shown.at(-1) : undefined;
        return present({
          executions: shown.map(listed),
          nextToken: last === undefined ? null : writeToken(list, listPosition(last)),
        });
      },
    ),

    GetExecutionHistory: operation(
      z.object({
        ...paging,
        executionArn: arn,
        reverseOrder: z.boolean().default(false),
        includeExecutionData: z.boolean().default(true),
      }),
      async ({ executionArn, reverseOrder, includeExecutionData, maxResults, nextToken }) => {
        checkArn(executionArn, 'execution');
        const all = await executions.history(executionArn);
        const ordered = reverseOrder ? all.reverse() : all;
        const page = pageOf(ordered, `${executionArn} ${reverseOrder}`, maxResults, nextToken);
        return present({
          events: page.items.map((event) => historyEvent(event, includeExecutionData)),
          nextToken: page.next,
        });
      },
    ),

    RedriveExecution: operation(
      z.object({ executionArn: arn, clientToken: z.string().min(1).max(64).optional() }),
      async ({ executionArn }) => {
        checkArn(executionArn, 'execution');
        const { run } = await executions.redrive(executionArn, null);
        return { redriveDate: seconds(run.redriveDate ?? clock.now()) };
      },
    ),
  };
}

function listed(record: ExecutionRecord): object {
  const { executionArn, stateMachineArn, name, status, startDate, stopDate, redriveCount, redriveDate } = record;
  return present({
    executionArn,
    stateMachineArn,
    name,
    status,
    startDate: seconds(startDate),
    stopDate: stopDate === null ? null : seconds(stopDate),
    redriveCount,
    redriveDate: redriveDate === null ? null : seconds(redriveDate),
  });
}

const DATA = ['input', 'output', 'parameters', 'assignedVariables', 'error', 'cause'];

function historyEvent(event: HistoryEvent, includeData: boolean): object {
  const { id, previousEventId, timestamp, type, details } = event;
  const shown: [string, Json][] = Object.entries(details ?? {}).filter(([key]) => includeData || !DATA.includes(key));
  return {
    id,
    previousEventId,
    timestamp: seconds(timestamp),
    type,
    ...(details === undefined ? {} : { [detailsKey(type)]: Object.fromEntries(shown) }),
  };
}
