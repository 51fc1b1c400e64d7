import * as z from 'zod';
import { uuidFrom } from '../../jsonata/functions.ts';
import { type Json, parseJson } from '../../jsonata/json.ts';
import type { Branch, Routine, Transition } from '../engine/branch.ts';
import type { TaskEffect } from '../engine/effect.ts';
import { StateError } from '../engine/errors.ts';
import type { StateOf } from '../language/definition.ts';
import { ARGUMENTS, type Resource } from '../language/definition.ts';

const started = z.object({ ExecutionArn: z.string(), StartDate: z.number() });

/** Task: asks Lambda or Step Functions for its work, and waits for what the integration pattern waits for. */
export function* task(branch: Branch, state: StateOf<'Task'>): Routine<Transition> {
  const { run } = branch;
  const { Resource } = state;
  const named = { resource: Resource.label, resourceType: Resource.service };
  const id = branch.nextId();
  branch.token = Resource.pattern === 'token' ? run.token(id) : undefined;
  const parameters = branch.evaluate(state.Arguments ?? {}, 'Arguments');
  const timeout = branch.number(state.TimeoutSeconds, 'TimeoutSeconds', 1);
  const heartbeat = branch.number(state.HeartbeatSeconds, 'HeartbeatSeconds', 1);
  branch.emit('TaskScheduled', () => {
    const limits = { timeoutInSeconds: timeout, heartbeatInSeconds: heartbeat };
    return { ...named, region: run.context.region, parameters: JSON.stringify(parameters), ...limits };
  });
  // Other branches are scheduled before the first is started.
  run.resume(branch);
  yield;
  branch.emit('TaskStarted', () => named);
  const request = requested(branch, Resource, parameters);
  const deadline = timeout && run.now + timeout * 1000;
  const limits = { deadline, heartbeat: heartbeat && heartbeat * 1000, token: branch.token, redrives: branch.nested };
  const pending = branch.ask({ kind: 'task', request, pattern: Resource.pattern, ...limits }, id);
  let outcome = yield;
  if (outcome?.kind === 'submitted') {
    const accepted = answer(branch, Resource, outcome.output);
    if (Resource.pattern === 'sync') branch.nested = started.parse(accepted).ExecutionArn;
    branch.emit('TaskSubmitted', () => ({ ...named, output: JSON.stringify(accepted) }));
    outcome = yield;
  }
  run.drop(pending, outcome?.kind === 'timedOut');
  if (outcome?.kind === 'succeeded') {
    // Of a task that waits for its token, the result is what the token was sent back with.
    const whole = Resource.pattern === 'response';
    const result = whole ? answer(branch, Resource, outcome.output) : parseJson(outcome.output);
    branch.emit('TaskSucceeded', () => ({ ...named, output: JSON.stringify(result) }));
    return branch.leave(state, result, { result });
  }
  if (outcome?.kind === 'failed') {
    const { error, cause } = outcome;
    branch.emit('TaskFailed', () => ({ ...named, error, cause }));
    throw new StateError(error, cause);
  }
  branch.emit('TaskTimedOut', () => ({ ...named, error: 'States.Timeout' }));
  const late = outcome?.kind === 'timedOut' && outcome.heartbeat;
  throw new StateError('States.Timeout', null, late ? ['States.HeartbeatTimeout'] : []);
}

/** @throws StateError when the parameters make no request */
function requested(branch: Branch, { service }: Resource, parameters: Json): TaskEffect['request'] {
  const parsed = ARGUMENTS[service].safeParse(parameters);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const given = `The Parameters '${JSON.stringify(parameters)}' could not be used to start the Task`;
    throw branch.error('States.Runtime', `${given}: [${issue?.path.join('.')}: ${issue?.message}]`);
  }
  if ('Name' in parsed.data) parsed.data.Name ||= uuidFrom(branch.run.random);
  return parsed.data;
}

/** The service's answer as Step Functions hands it on: with the metadata of the SDK's call. */
function answer(branch: Branch, { service }: Resource, text: string): Json {
  const SdkHttpMetadata = { HttpStatusCode: 200 };
  const SdkResponseMetadata = { RequestId: uuidFrom(branch.run.random) };
  const Payload = parseJson(text);
  if (service === 'lambda')
    return { ExecutedVersion: '$LATEST', Payload, SdkHttpMetadata, SdkResponseMetadata, StatusCode: 200 };
  return { ...started.parse(Payload), SdkHttpMetadata, SdkResponseMetadata };
}
