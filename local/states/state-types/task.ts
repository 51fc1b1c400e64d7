import * as z from 'zod';
import { Exchange } from '../engine/branch.ts';
import type { Effect, InvokeEffect, Outcome, StartEffect } from '../engine/effect.ts';
import type { Frame, Transition } from '../engine/frame.ts';
import { data, failure } from '../engine/history.ts';
import { StateError } from '../errors.ts';
import { type Json, parseJson } from '../json.ts';
import type { TaskState } from '../language/definition.ts';
import { uuidFrom } from '../language/functions.ts';
import { parseResource, type Resource } from '../language/resource.ts';

/** What an expression gave is JSON already. */
const json = z.custom<Json>();

const invocation = z.object({
  FunctionName: z.string().min(1),
  Payload: json.optional(),
  InvocationType: z.enum(['RequestResponse', 'Event', 'DryRun']).default('RequestResponse'),
  Qualifier: z.string().optional(),
});

const start = z.object({
  StateMachineArn: z.string().min(1),
  Input: json.optional(),
  Name: z.string().optional(),
});

const started = z.object({ ExecutionArn: z.string() });

/** Task: asks Lambda or Step Functions for its work, and waits for what the integration pattern waits for. */
export async function task(frame: Frame, state: TaskState): Promise<Transition> {
  const { branch } = frame;
  const resource = parseResource(state.Resource);
  // Definitions are checked when machines are made.
  if (resource === undefined) throw new Error(`${state.Resource} is not known`);
  const id = branch.nextId();
  frame.token = resource.pattern === 'token' ? branch.run.token(id) : undefined;
  const parameters = await frame.evaluate(state.Arguments ?? {}, 'Arguments');
  const timeout = await frame.number(state.TimeoutSeconds, 'TimeoutSeconds', 1);
  const heartbeat = await frame.number(state.HeartbeatSeconds, 'HeartbeatSeconds', 1);
  const named = { resource: resource.label, resourceType: resource.service };
  branch.emit('TaskScheduled', () => ({
    ...named,
    region: branch.run.context.region,
    parameters: JSON.stringify(parameters),
    ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
    ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
  }));
  // Other branches are scheduled before the first is started.
  await branch.turn();
  branch.emit('TaskStarted', () => named);
  const limits = {
    deadline: timeout === undefined ? undefined : branch.run.now + timeout * 1000,
    heartbeat: heartbeat === undefined ? undefined : heartbeat * 1000,
    token: frame.token,
  };
  const exchange = new Exchange(branch, id, { ...request(frame, resource, parameters), ...limits });
  const result = await settle(frame, exchange, resource, named);
  return frame.leave(state, result, { result });
}

function request(frame: Frame, resource: Resource, parameters: Json): Effect {
  return resource.action === 'invoke' ? invoke(frame, parameters) : startExecution(frame, resource, parameters);
}

function invoke(frame: Frame, parameters: Json): InvokeEffect {
  const { FunctionName, Payload, InvocationType, Qualifier } = valid(frame, invocation, parameters);
  return {
    kind: 'invoke',
    functionName: Qualifier === undefined ? FunctionName : `${FunctionName}:${Qualifier}`,
    payload: JSON.stringify(Payload ?? {}),
    invocationType: InvocationType,
  };
}

function startExecution(frame: Frame, resource: Resource, parameters: Json): StartEffect {
  const { StateMachineArn, Input = {}, Name } = valid(frame, start, parameters);
  const { run } = frame.branch;
  return {
    kind: 'start',
    stateMachineArn: StateMachineArn,
    name: Name ?? uuidFrom(() => run.random()),
    named: Name !== undefined,
    input: typeof Input === 'string' ? Input : JSON.stringify(Input),
    sync: resource.pattern === 'sync',
    redrives: resource.pattern === 'sync' ? frame.nested : undefined,
  };
}

function valid<T>(frame: Frame, schema: z.ZodType<T>, parameters: Json): T {
  const parsed = schema.safeParse(parameters);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw frame.error(
    'States.Runtime',
    `The Parameters '${JSON.stringify(parameters)}' could not be used to start the Task: [${issue?.path.join('.')}: ${issue?.message}]`,
  );
}

/** Follows the task from outcome to outcome. @throws StateError when it fails or times out */
async function settle(
  frame: Frame,
  exchange: Exchange,
  resource: Resource,
  named: { resource: string; resourceType: string },
): Promise<Json> {
  const { branch } = frame;
  for (;;) {
    const outcome: Outcome = await exchange.next();
    switch (outcome.kind) {
      case 'submitted': {
        const accepted = answer(frame, resource, outcome.output);
        if (resource.pattern === 'sync') frame.nested = started.parse(accepted).ExecutionArn;
        branch.emit('TaskSubmitted', () => ({ ...data('output', JSON.stringify(accepted)), ...named }));
        break;
      }
      case 'succeeded': {
        exchange.close();
        // Of a task that waits for its token, the result is what the token was sent back with.
        const result =
          resource.pattern === 'response' ? answer(frame, resource, outcome.output) : parseJson(outcome.output);
        branch.emit('TaskSucceeded', () => ({ ...data('output', JSON.stringify(result)), ...named }));
        return result;
      }
      case 'failed':
        exchange.close();
        branch.emit('TaskFailed', () => ({ ...failure(outcome.error, outcome.cause), ...named }));
        throw new StateError(outcome.error, outcome.cause);
      case 'timedOut':
        exchange.close(true);
        branch.emit('TaskTimedOut', () => ({ error: 'States.Timeout', ...named }));
        throw new StateError('States.Timeout', null, {
          aliases: outcome.heartbeat ? ['States.HeartbeatTimeout'] : [],
        });
      case 'fired':
        break;
    }
  }
}

/** The service's answer as Step Functions hands it on: with the metadata of the SDK's call. */
function answer(frame: Frame, resource: Resource, text: string): Json {
  const { run } = frame.branch;
  const metadata = {
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: uuidFrom(() => run.random()) },
  };
  const body = parseJson(text);
  if (resource.action === 'invoke') return { ExecutedVersion: '$LATEST', Payload: body, StatusCode: 200, ...metadata };
  return body !== null && typeof body === 'object' && !Array.isArray(body) ? { ...body, ...metadata } : body;
}
