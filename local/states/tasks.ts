import * as z from 'zod';
import { ServiceError } from '../http/aws-json.ts';
import { executionArn } from './api/arn.ts';
import type { InvokeEffect, StartEffect } from './engine/effect.ts';
import type { Pending } from './engine/run.ts';
import type { Execution } from './execution.ts';
import type { Executions, View } from './executions.ts';
import type { Outcome } from './journal/records.ts';
import { DATA_LIMIT } from './json.ts';
import type { StatesOptions } from './ports.ts';

/** The longest cause, in characters (AWS quota). */
const CAUSE = 32_768;

const functionError = z.object({ errorType: z.string() });

/** Turns what executions ask for into timers, invocations and nested executions, and their ends into outcomes. */
export class Tasks {
  readonly #options: StatesOptions;
  readonly #executions: Executions;
  /** The tasks that wait for an execution to end, by its ARN. */
  readonly #waiters = new Map<string, { parent: Execution; id: string }[]>();

  constructor(options: StatesOptions, executions: Executions) {
    this.#options = options;
    this.#executions = executions;
  }

  /** Sees to what an execution has begun to wait for, or no longer does. */
  carryOut(execution: Execution, pending: Pending): void {
    const { id, effect, cancelled, submitted } = pending;
    const { activity } = this.#options;
    if (cancelled) {
      clearTimers(pending);
      if (effect.kind === 'start' && effect.sync) execution.closing.push(this.#stopNested(execution, id, effect));
    } else if (effect.kind === 'timer') {
      this.#timer(execution, pending, 'end', effect.at, { kind: 'fired' }, effect.eager);
    } else {
      const late: Outcome = { kind: 'timedOut', heartbeat: false };
      if (effect.deadline !== undefined) this.#timer(execution, pending, 'end', effect.deadline, late);
      this.heartbeat(execution, id);
      if (effect.kind === 'start') activity.detach(this.#nest(execution, pending, effect));
      else if (!submitted) activity.detach(this.#invoke(execution, id, effect));
    }
  }

  /** A task gives a sign of life: its next one is due within its `HeartbeatSeconds`. */
  heartbeat(execution: Execution, id: string): void {
    const pending = execution.pending.get(id);
    if (pending === undefined || pending.effect.kind === 'timer' || pending.effect.heartbeat === undefined) return;
    const at = this.#options.clock.now() + pending.effect.heartbeat;
    this.#timer(execution, pending, 'heartbeat', at, { kind: 'timedOut', heartbeat: true });
  }

  /** Tells a task what came of it: resolves when that is durable and applied. Nothing, if it has already been told. */
  settle(execution: Execution, id: string, outcome: Outcome): Promise<void> | undefined {
    const pending = execution.pending.get(id);
    if (pending === undefined || pending.answered) return undefined;
    if (outcome.kind !== 'submitted') {
      pending.answered = true;
      clearTimers(pending);
    }
    const at = this.#options.clock.now();
    const told = execution.told || undefined;
    return this.#executions.record(execution, { type: 'outcome', at, effect: id, outcome, told });
  }

  /** An execution has ended: tells the tasks that wait for it. */
  tellWaiters(child: Execution): void {
    const waiters = this.#waiters.get(child.start.executionArn) ?? [];
    this.#waiters.delete(child.start.executionArn);
    for (const { parent, id } of waiters) this.settle(parent, id, resultOf(child));
  }

  #timer(
    execution: Execution,
    pending: Pending,
    what: 'end' | 'heartbeat',
    at: number,
    outcome: Outcome,
    eager = false,
  ): void {
    pending.timers ??= {};
    pending.timers[what]?.();
    const { clock } = this.#options;
    pending.timers[what] = clock.setTimer(at, () => this.settle(execution, pending.id, outcome), { eager });
  }

  async #invoke(execution: Execution, id: string, effect: InvokeEffect): Promise<void> {
    const { functionName: functionArn, payload, invocationType, token } = effect;
    let outcome: Outcome;
    try {
      const answer = await this.#options.lambda({ functionArn, payload, invocationType });
      if (answer.functionError !== undefined) outcome = functionFailure(answer.payload);
      else if (Buffer.byteLength(answer.payload) > DATA_LIMIT) outcome = TOO_LARGE;
      else outcome = { kind: token === undefined ? 'succeeded' : 'submitted', output: answer.payload || 'null' };
    } catch (refusal) {
      // The service refused the call: the name of its exception is the error, `Lambda.` before it.
      const { name, message } = refusal instanceof Error ? refusal : { name: 'Unknown', message: String(refusal) };
      outcome = failed(name.startsWith('Lambda.') ? name : `Lambda.${name}`, message);
    }
    this.settle(execution, id, outcome);
  }

  /** Starts or redrives the execution a task asks for, and tells the task what comes of it. */
  async #nest(parent: Execution, { id, submitted }: Pending, effect: StartEffect): Promise<void> {
    const arn = nestedArn(effect);
    if (!submitted) {
      const outcome = await this.#beginNested(arn, taskOf(parent, id), effect);
      await this.settle(parent, id, outcome);
      if (outcome.kind === 'failed') return;
    }
    if (!effect.sync) return;
    if (this.#executions.live(arn)?.running)
      this.#waiters.set(arn, [...(this.#waiters.get(arn) ?? []), { parent, id }]);
    else await this.settle(parent, id, resultOf(await this.#executions.view(arn)));
  }

  /** Starts the execution, redrives it, or finds it as an earlier life of this process left it. */
  async #beginNested(arn: string, task: string, effect: StartEffect): Promise<Outcome> {
    const { stateMachineArn, name, input, redrives, sync, token } = effect;
    try {
      let begun = await this.#executions.find(arn);
      if (begun?.ending.parent !== task)
        begun = await (redrives === undefined
          ? this.#executions.launch({ stateMachineArn, name, input, parent: task })
          : this.#executions.redrive(arn, task));
      const output = JSON.stringify({ ExecutionArn: arn, StartDate: begun.start.at });
      return { kind: sync || token !== undefined ? 'submitted' : 'succeeded', output };
    } catch (refusal) {
      if (!(refusal instanceof ServiceError)) throw refusal;
      const details = `Service: AWSStepFunctions; Status Code: 400; Error Code: ${refusal.name}`;
      return failed(`StepFunctions.${refusal.name}Exception`, `${refusal.message} (${details})`);
    }
  }

  /** Stops the nested execution of a task that no longer waits for it, unless another asked for it since. */
  async #stopNested(parent: Execution, id: string, effect: StartEffect): Promise<void> {
    const child = this.#executions.live(nestedArn(effect));
    await child?.begun;
    if (child?.ending.parent === taskOf(parent, id)) await this.#executions.stop(child, null, null);
  }
}

const taskOf = ({ start }: Execution, id: string) => `${start.executionArn}#${id}`;

const nestedArn = ({ redrives, stateMachineArn, name }: StartEffect) => redrives ?? executionArn(stateMachineArn, name);

function clearTimers({ timers }: Pending): void {
  timers?.end?.();
  timers?.heartbeat?.();
}

function failed(error: string, cause: string): Outcome {
  return { kind: 'failed', error, cause: cause.slice(0, CAUSE) };
}

const TOO_LARGE = failed(
  'States.DataLimitExceeded',
  `The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.`,
);

/** The function failed: the type of its error, if it says one, is the error; the whole payload is the cause. */
function functionFailure(payload: string): Outcome {
  let said: unknown;
  try {
    said = JSON.parse(payload);
  } catch {
    // Not what a Lambda runtime writes: the cause shows it as it is.
  }
  return failed(functionError.safeParse(said).data?.errorType ?? 'Lambda.Unknown', payload);
}

/** What a task that waited for an execution has for result: its description, with input and output as JSON. */
function resultOf({ start, ending }: View): Outcome {
  const description = {
    ExecutionArn: start.executionArn,
    Input: JSON.parse(start.input),
    InputDetails: { Included: true },
    Name: start.name,
    StartDate: start.at,
    StateMachineArn: start.stateMachineArn,
    Status: ending.status,
    StopDate: ending.stopDate,
  };
  if (ending.output === null)
    return failed('States.TaskFailed', JSON.stringify({ ...description, Error: ending.error, Cause: ending.cause }));
  const output = { ...description, Output: JSON.parse(ending.output), OutputDetails: { Included: true } };
  return { kind: 'succeeded', output: JSON.stringify(output) };
}
