import * as z from 'zod';
import { type Operation, operation, ServiceError } from '../../http/aws-json.ts';
import type { Execution } from '../execution.ts';
import type { Executions } from '../executions.ts';
import type { Outcome } from '../journal/records.ts';
import { DATA_LIMIT, jsonProblem } from '../json.ts';

const output = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= DATA_LIMIT, `Member has more than ${DATA_LIMIT} bytes`);
const taskToken = z.string().min(1).max(2048);

/** The calls that answer a task by its token. */
export function taskOperations(executions: Executions): Record<string, Operation> {
  const settle = async (token: string, outcome: Outcome) => {
    const { execution, id } = taskOf(executions, token);
    const settled = executions.tasks.settle(execution, id, outcome);
    if (settled === undefined) throw timedOut();
    await settled;
    return {};
  };
  return {
    SendTaskSuccess: operation(z.object({ taskToken, output }), ({ taskToken, output }) => {
      if (jsonProblem(output) !== undefined)
        throw new ServiceError('InvalidOutput', 'Invalid Output: The output is not JSON');
      return settle(taskToken, { kind: 'succeeded', output });
    }),

    SendTaskFailure: operation(
      z.object({ taskToken, error: z.string().max(256).default(''), cause: z.string().max(32_768).default('') }),
      ({ taskToken, error, cause }) =>
        settle(taskToken, { kind: 'failed', error: error || null, cause: cause || null }),
    ),

    SendTaskHeartbeat: operation(z.object({ taskToken }), ({ taskToken }) => {
      const { execution, id } = taskOf(executions, taskToken);
      executions.tasks.heartbeat(execution, id);
      return {};
    }),
  };
}

/** The task a token stands for, still waiting. @throws ServiceError */
function taskOf(executions: Executions, token: string): { execution: Execution; id: string } {
  const invalid = new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
  const [executionArn = '', id, ...rest] = Buffer.from(token, 'base64url').toString().split('|');
  if (id === undefined || rest.length !== 1) throw invalid;
  const execution = executions.live(executionArn);
  const effect = execution?.pending.get(id)?.effect;
  if (execution === undefined || effect === undefined || effect.kind === 'timer') throw timedOut();
  if (effect.token !== token) throw invalid;
  return { execution, id };
}

function timedOut(): ServiceError {
  return new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
}
