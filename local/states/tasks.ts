import * as z from 'zod';
import type { InvokeEffect } from './engine/effect.ts';
import type { Pending } from './engine/run.ts';
import type { Execution } from './execution.ts';
import type { Executions } from './executions.ts';
import type { Outcome } from './journal/records.ts';
import { DATA_LIMIT } from './json.ts';
import { Nesting } from './nesting.ts';
import type { StatesOptions } from './ports.ts';

/** The longest cause, in characters (AWS quota). */
const CAUSE = 32_768;

const functionError = z.object({ errorType: z.string().optional() }).catch({});

/** Turns what executions ask for into timers, invocations and nested executions, and their ends into outcomes. */
export class Tasks {
  readonly nesting: Nesting;
  readonly #options: StatesOptions;
  readonly #executions: Executions;

  constructor(options: StatesOptions, executions: Executions) {
    this.#options = options;
    this.#executions = executions;
    this.nesting = new Nesting(executions, this);
  }

  /** Sees to what an execution has begun to wait for, or no longer does. */
  carryOut(execution: Execution, pending: Pending): void {
    const { effect } = pending;
    if (pending.cancelled) {
      clear(pending);
      if (effect.kind === 'start' && effect.sync)
        execution.closing.push(this.nesting.stop(execution, pending.id, effect));
      return;
    }
    if (effect.kind === 'timer') {
      this.#timer(execution, pending, 'end', effect.at, { kind: 'fired' }, effect.eager);
      return;
    }
    if (effect.deadline !== undefined)
      this.#timer(execution, pending, 'end', effect.deadline, { kind: 'timedOut', heartbeat: false });
    this.heartbeat(execution, pending.id);
    if (effect.kind === 'start') this.#options.activity.detach(this.nesting.nest(execution, pending, effect));
    else if (!pending.submitted) this.#options.activity.detach(this.#invoke(execution, pending.id, effect));
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
      clear(pending);
    }
    const at = this.#options.clock.now();
    const told = execution.told || undefined;
    return this.#executions.record(execution, { type: 'outcome', at, effect: id, outcome, told });
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
    pending.timers[what] = this.#options.clock.setTimer(at, () => this.settle(execution, pending.id, outcome), {
      eager,
    });
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
      outcome = serviceFailure(refusal);
    }
    this.settle(execution, id, outcome);
  }
}

function clear({ timers }: Pending): void {
  timers?.end?.();
  timers?.heartbeat?.();
}

const TOO_LARGE: Outcome = {
  kind: 'failed',
  error: 'States.DataLimitExceeded',
  cause: `The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.`,
};

/** The service refused the call: the name of its exception is the error, `Lambda.` before it. */
function serviceFailure(refusal: unknown): Outcome {
  const { name, message } = refusal instanceof Error ? refusal : { name: 'Unknown', message: String(refusal) };
  const error = name.startsWith('Lambda.') ? name : `Lambda.${name}`;
  return { kind: 'failed', error, cause: message.slice(0, CAUSE) };
}

/** The function failed: the type of its error, if it says one, is the error; the whole payload is the cause. */
function functionFailure(payload: string): Outcome {
  let said: unknown;
  try {
    said = JSON.parse(payload);
  } catch {
    // Not what a Lambda runtime writes: the cause shows it as it is.
  }
  const { errorType = 'Lambda.Unknown' } = functionError.parse(said);
  return { kind: 'failed', error: errorType, cause: payload.slice(0, CAUSE) };
}
