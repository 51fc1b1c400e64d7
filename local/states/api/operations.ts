import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation, ServiceError } from '../../http/aws-json.ts';
import { ordered, pageOf, paging } from '../../http/paging.ts';
import { jsonProblem } from '../../jsonata/json.ts';
import type { HistoryEvent } from '../engine/run.ts';
import type { Execution } from '../execution.ts';
import type { Interpreter } from '../interpreter.ts';
import { validateDefinition } from '../language/validate.ts';
import type { Ending, Outcome } from '../records.ts';
import * as member from './members.ts';

const { ofMachine, ofExecution, ofTask, definition, roleArn, type, publish, failure } = member;

/** The calls of the API: the members each takes, and what it does. */
export function operationsOf(states: Interpreter): Record<string, Operation> {
  const { machines } = states;
  const { clock, region, accountId } = states.options;

  const settle = async (token: string, outcome: Outcome) => {
    const { execution, id } = taskOf(states, token);
    const settled = execution.settle(id, outcome);
    if (settled === undefined) throw timedOut();
    await settled;
    return {};
  };

  return {
    CreateStateMachine: operation(
      { name: z.string(), definition, roleArn, type, publish },
      async ({ name, definition, roleArn, type }) => {
        member.checkName(name);
        if (type === 'EXPRESS')
          throw new ServiceError('StateMachineTypeNotSupported', 'Only STANDARD state machines run here');
        checkDefinition(definition);
        const stateMachineArn = `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;
        const known = machines.latest(stateMachineArn);
        // The same one again is not an error.
        if (known !== undefined && (known.definition !== definition || known.roleArn !== roleArn))
          throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${stateMachineArn}'`);
        const creationDate = known?.creationDate ?? clock.now();
        const made = { stateMachineArn, name, definition, roleArn, creationDate };
        if (known === undefined) await machines.save({ ...made, updateDate: creationDate, revisionId: randomUUID() });
        return { stateMachineArn, creationDate };
      },
    ),
    UpdateStateMachine: operation(
      { ...ofMachine, definition: definition.optional(), roleArn: roleArn.optional(), publish },
      async ({ stateMachineArn, publish: _, ...changes }) => {
        if (Object.keys(changes).length === 0)
          throw new ServiceError('MissingRequiredParameter', 'Either the definition or the role ARN must be specified');
        if (changes.definition !== undefined) checkDefinition(changes.definition);
        // Executions that run go on with the revision they began with.
        const revision = { updateDate: clock.now(), revisionId: randomUUID() };
        await machines.save({ ...states.machine(stateMachineArn), ...changes, ...revision });
        return revision;
      },
    ),
    DescribeStateMachine: operation(ofMachine, ({ stateMachineArn }) => {
      const { updateDate: _, ...machine } = states.machine(stateMachineArn);
      return { ...machine, ...UNWATCHED, status: 'ACTIVE', type: 'STANDARD' };
    }),
    DescribeStateMachineForExecution: operation(ofExecution, async ({ executionArn }) => {
      const { stateMachineArn, revisionId } = await states.get(executionArn);
      const { creationDate: _, ...machine } = states.machine(stateMachineArn, revisionId);
      return { ...machine, ...UNWATCHED };
    }),
    DeleteStateMachine: operation(ofMachine, async ({ stateMachineArn }) => {
      await machines.save(stateMachineArn);
      const running = states.of(stateMachineArn).map(({ executionArn }) => states.live.get(executionArn));
      await Promise.all(running.map((execution) => execution?.stop(null, null)));
      return {};
    }),
    ListStateMachines: operation(paging, (page) => {
      const { items, nextToken } = pageOf('ListStateMachines', page, machines.all(), { position: ({ name }) => name });
      const stateMachines = items.map(({ stateMachineArn, name, creationDate }) => {
        return { stateMachineArn, name, type: 'STANDARD', creationDate };
      });
      return { stateMachines, nextToken };
    }),
    ValidateStateMachineDefinition: operation(
      { definition, type, maxResults: z.int().min(0).max(100).optional() },
      ({ definition, maxResults }) => {
        const found = validateDefinition(definition);
        const diagnostics = found.slice(0, maxResults || 100);
        const result = found.length === 0 ? 'OK' : 'FAIL';
        return { result, diagnostics, truncated: diagnostics.length < found.length };
      },
    ),

    StartExecution: operation(
      { ...ofMachine, name: z.string().optional(), input: z.string().default('{}') },
      async (launch) => {
        const { executionArn, startDate } = (await states.launch(launch)).ending;
        return { executionArn, startDate };
      },
    ),
    StopExecution: operation({ ...ofExecution, ...failure }, async ({ executionArn, error, cause }) => {
      await states.live.get(executionArn)?.stop(error, cause);
      return { stopDate: (await states.get(executionArn)).stopDate };
    }),
    DescribeExecution: operation(ofExecution, async ({ executionArn }) => {
      const ending = await states.get(executionArn);
      const { error, cause, input, output } = ending;
      const details = { inputDetails: { included: true }, outputDetails: output && { included: true } };
      const redriveStatusReason = states.notRedrivable(ending);
      const redriveStatus = redriveStatusReason === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE';
      return { ...summary(ending), redriveStatus, redriveStatusReason, error, cause, input, output, ...details };
    }),
    ListExecutions: operation(
      { ...paging, ...ofMachine, statusFilter: member.statusFilter },
      ({ stateMachineArn, statusFilter, ...page }) => {
        states.machine(stateMachineArn);
        const all = states.of(stateMachineArn).filter(({ status }) => status === (statusFilter ?? status));
        const latestFirst = {
          position: ({ startDate, name }: Ending) => `${ordered(startDate)}#${name}`,
          reverse: true,
        };
        const { items, nextToken } = pageOf(`${stateMachineArn} ${statusFilter}`, page, all, latestFirst);
        return { executions: items.map(summary), nextToken };
      },
    ),
    GetExecutionHistory: operation(
      {
        ...paging,
        ...ofExecution,
        reverseOrder: z.boolean().default(false),
        includeExecutionData: z.boolean().default(true),
      },
      async ({ executionArn, reverseOrder: reverse, includeExecutionData, ...page }) => {
        const all = await states.history(executionArn);
        const byId = { position: ({ id }: HistoryEvent) => ordered(id), reverse };
        const { items, nextToken } = pageOf(`${executionArn} ${reverse}`, page, all, byId);
        return { events: items.map((event) => shown(event, includeExecutionData)), nextToken };
      },
    ),
    RedriveExecution: operation(
      { ...ofExecution, clientToken: z.string().min(1).max(64).optional() },
      async ({ executionArn, clientToken = null }) => {
        const known = await states.get(executionArn);
        // Asked for again, it is the same redrive.
        const again = clientToken !== null && known.parent === clientToken;
        const { redriveDate } = again ? known : (await states.redrive(executionArn, clientToken)).ending;
        return { redriveDate };
      },
    ),

    SendTaskSuccess: operation({ ...ofTask, output: member.output }, ({ taskToken, output }) => {
      if (jsonProblem(output) === undefined) return settle(taskToken, { kind: 'succeeded', output });
      throw new ServiceError('InvalidOutput', 'Invalid Output: The output is not JSON');
    }),
    SendTaskFailure: operation({ ...ofTask, ...failure }, ({ taskToken, error, cause }) =>
      settle(taskToken, { kind: 'failed', error, cause }),
    ),
    SendTaskHeartbeat: operation(ofTask, ({ taskToken }) => {
      const { execution, id } = taskOf(states, taskToken);
      execution.heartbeat(id);
      return {};
    }),
  };
}

/** Nothing is logged or traced here. */
const UNWATCHED = {
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
};

function checkDefinition(definition: string): void {
  const found = validateDefinition(definition);
  if (found.length === 0) return;
  const all = found.map(({ code, message, location }) => `${code}: ${message} at ${location}`).join(', ');
  throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${all}'`);
}

/** An execution as lists show it. */
function summary(ending: Ending): object {
  const { executionArn, stateMachineArn, name, status, startDate, stopDate, redriveCount, redriveDate } = ending;
  return { executionArn, stateMachineArn, name, status, startDate, stopDate, redriveCount, redriveDate };
}

/** What may be left out of an event; and what comes with the word that nothing was cut. */
const DATA = ['input', 'output', 'parameters', 'assignedVariables', 'error', 'cause'];
const WHOLE = ['input', 'output', 'assignedVariables'];

function shown({ details, ...event }: HistoryEvent, includeData: boolean): object {
  if (details === undefined) return event;
  const members = Object.entries(details).filter(([, value]) => value !== undefined);
  const whole = members.filter(([key]) => WHOLE.includes(key)).map(([key]) => [`${key}Details`, { truncated: false }]);
  const kept = members.filter(([key]) => includeData || !DATA.includes(key));
  const [, which] = /State(Entered|Exited)$/.exec(event.type) ?? [];
  const name = which === undefined ? event.type.replace(/^./, (first) => first.toLowerCase()) : `state${which}`;
  return { ...event, [`${name}EventDetails`]: Object.fromEntries([...kept, ...whole]) };
}

/** The task a token stands for, still waiting. @throws ServiceError */
function taskOf(states: Interpreter, token: string): { execution: Execution; id: string } {
  const invalid = new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
  const [executionArn = '', id, ...rest] = Buffer.from(token, 'base64url').toString().split('|');
  if (id === undefined || rest.length !== 1) throw invalid;
  const execution = states.live.get(executionArn);
  const effect = execution?.pending.get(id)?.effect;
  if (execution === undefined || effect?.kind !== 'task') throw timedOut();
  if (effect.token !== token) throw invalid;
  return { execution, id };
}

const timedOut = () => new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
