import * as z from 'zod';
import type { Routine } from '../engine/branch.ts';
import type { InvokeEffect, StartEffect } from '../engine/effect.ts';
import type { Frame, Transition } from '../engine/frame.ts';
import { data, failure } from '../engine/history.ts';
import type { Pending } from '../engine/run.ts';
import { StateError } from '../errors.ts';
import type { Outcome } from '../journal/records.ts';
import { type Json, parseJson } from '../json.ts';
import type { StateOf } from '../language/definition.ts';
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
const start = z.object({ StateMachineArn: z.string().min(1), Input: json.optional(), Name: z.string().optional() });
const started = z.object({ ExecutionArn: z.string(), StartDate: z.number() });

/** Task: asks Lambda or Step Functions for its work, and waits for what the integration pattern waits for. */
export function* task(frame: Frame, state: StateOf<'Task'>): Routine<Transition> {
  const { branch } = frame;
  const { run } = branch;
  const resource = parseResource(state.Resource);
  // Definitions are checked when machines are made.
  if (resource === undefined) throw new Error(`${state.Resource} is not known`);
  const id = branch.nextId();
  frame.token = resource.pattern === 'token' ? run.token(id) : undefined;
  const parameters = frame.evaluate(state.Arguments ?? {}, 'Arguments');
  const timeout = frame.number(state.TimeoutSeconds, 'TimeoutSeconds', 1);
  const heartbeat = frame.number(state.HeartbeatSeconds, 'HeartbeatSeconds', 1);
  branch.emit('TaskScheduled', () => ({
    ...named(resource),
    region: run.context.region,
    parameters: JSON.stringify(parameters),
    ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
    ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
  }));
  // Other branches are scheduled before the first is started.
  run.resume(branch);
  yield;
  branch.emit('TaskStarted', () => named(resource));
  const request = resource.service === 'lambda' ? invoke(frame, parameters) : nest(frame, resource, parameters);
  request.deadline = timeout && run.now + timeout * 1000;
  request.heartbeat = heartbeat && heartbeat * 1000;
  request.token = frame.token;
  const pending = branch.ask(request, id);
  for (;;) {
    const result = received(frame, pending, resource, yield);
    if (result !== undefined) return frame.leave(state, result, { result });
  }
}

const named = ({ label, service }: Resource) => ({ resource: label, resourceType: service });

function invoke(frame: Frame, parameters: Json): InvokeEffect {
  const { FunctionName, Payload = {}, InvocationType, Qualifier } = valid(frame, invocation, parameters);
  return {
    kind: 'invoke',
    functionName: Qualifier === undefined ? FunctionName : `${FunctionName}:${Qualifier}`,
    payload: JSON.stringify(Payload),
    invocationType: InvocationType,
  };
}

function nest(frame: Frame, { pattern }: Resource, parameters: Json): StartEffect {
  const { StateMachineArn, Input = {}, Name } = valid(frame, start, parameters);
  return {
    kind: 'start',
    stateMachineArn: StateMachineArn,
    name: Name ?? uuidFrom(frame.branch.run.random),
    input: typeof Input === 'string' ? Input : JSON.stringify(Input),
    sync: pattern === 'sync',
    redrives: pattern === 'sync' ? frame.nested : undefined,
  };
}

function valid<T>(frame: Frame, schema: z.ZodType<T>, parameters: Json): T {
  const parsed = schema.safeParse(parameters);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const given = `The Parameters '${JSON.stringify(parameters)}' could not be used to start the Task`;
  throw frame.error('States.Runtime', `${given}: [${issue?.path.join('.')}: ${issue?.message}]`);
}

/** What an outcome makes of the task: its result, or nothing yet. @throws StateError when it failed or timed out */
function received(frame: Frame, pending: Pending, resource: Resource, outcome: Outcome | undefined): Json | undefined {
  const { branch } = frame;
  if (outcome?.kind !== 'submitted') branch.run.drop(pending, outcome?.kind === 'timedOut');
  switch (outcome?.kind) {
    case 'submitted': {
      const accepted = answer(frame, resource, outcome.output);
      if (resource.pattern === 'sync') frame.nested = started.parse(accepted).ExecutionArn;
      branch.emit('TaskSubmitted', () => ({ ...data('output', JSON.stringify(accepted)), ...named(resource) }));
      return undefined;
    }
    case 'succeeded': {
      // Of a task that waits for its token, the result is what the token was sent back with.
      const whole = resource.pattern === 'response';
      const result = whole ? answer(frame, resource, outcome.output) : parseJson(outcome.output);
      branch.emit('TaskSucceeded', () => ({ ...data('output', JSON.stringify(result)), ...named(resource) }));
      return result;
    }
    case 'failed':
      branch.emit('TaskFailed', () => ({ ...failure(outcome.error, outcome.cause), ...named(resource) }));
      throw new StateError(outcome.error, outcome.cause);
    case 'timedOut':
      branch.emit('TaskTimedOut', () => ({ error: 'States.Timeout', ...named(resource) }));
      throw new StateError('States.Timeout', null, outcome.heartbeat ? ['States.HeartbeatTimeout'] : []);
    default:
      return undefined;
  }
}

/** The service's answer as Step Functions hands it on: with the metadata of the SDK's call. */
function answer(frame: Frame, { service }: Resource, text: string): Json {
  const SdkHttpMetadata = { HttpStatusCode: 200 };
  const SdkResponseMetadata = { RequestId: uuidFrom(frame.branch.run.random) };
  const Payload = parseJson(text);
  if (service === 'lambda')
    return { ExecutedVersion: '$LATEST', Payload, SdkHttpMetadata, SdkResponseMetadata, StatusCode: 200 };
  return { ...started.parse(Payload), SdkHttpMetadata, SdkResponseMetadata };
}
