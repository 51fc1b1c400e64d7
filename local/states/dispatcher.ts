import * as z from 'zod';
import { inBackground } from './background.ts';
import type { InvokeEffect, Outcome } from './engine/effect.ts';
import type { Command, Pending } from './engine/run.ts';
import type { Execution } from './execution.ts';
import { exceedsLimit } from './json.ts';
import type { Nesting } from './nesting.ts';
import type { LambdaAnswer, StatesOptions } from './ports.ts';

/** The longest cause, in characters (AWS quota). */
const CAUSE = 32_768;

const functionError = z.object({ errorType: z.string().optional() });

/** Turns what executions ask for into timers, invocations and nested executions, and their ends into outcomes. */
export class Dispatcher {
  readonly #options: StatesOptions;
  readonly #nesting: Nesting;
  /** The timers that end an effect, or miss its heartbeats. */
  readonly #timers = new Map<Pending, { end?: () => void; heartbeat?: () => void }>();
  /** Effects whose outcome is on its way to the journal. */
  readonly #answered = new WeakSet<Pending>();

  constructor(options: StatesOptions, nesting: Nesting) {
    this.#options = options;
    this.#nesting = nesting;
  }

  dispatch(execution: Execution, { kind, pending }: Command): void {
    const { id, effect } = pending;
    if (kind === 'cancel') {
      this.#clear(pending);
      if (effect.kind === 'start' && effect.sync) execution.closing.push(this.#nesting.unnest(execution, id, effect));
      return;
    }
    if (effect.kind === 'timer') {
      this.#timer(execution, pending, 'end', effect.at, { kind: 'fired' }, effect.eager);
      return;
    }
    if (effect.deadline !== undefined) {
      this.#timer(execution, pending, 'end', effect.deadline, { kind: 'timedOut', heartbeat: false });
    }
    if (effect.heartbeat !== undefined) this.heartbeat(execution, id);
    if (effect.kind === 'invoke') {
      if (!pending.submitted) inBackground(this.#options.activity, this.#invoke(execution, id, effect));
    } else {
      inBackground(this.#options.activity, this.#nesting.nest(this, execution, pending, effect));
    }
  }

  /** A task gives a sign of life: its next one is due within its `HeartbeatSeconds`. */
  heartbeat(execution: Execution, id: string): void {
    const pending = execution.run.pending.get(id);
    if (pending === undefined || pending.effect.kind === 'timer' || pending.effect.heartbeat === undefined) return;
    const at = this.#options.clock.now() + pending.effect.heartbeat;
    this.#timer(execution, pending, 'heartbeat', at, { kind: 'timedOut', heartbeat: true });
  }

  /** Tells a task what came of it, unless it has already been told. Resolves when that is durable and applied. */
  async settle(execution: Execution, id: string, outcome: Outcome): Promise<boolean> {
    const pending = execution.run.pending.get(id);
    if (pending === undefined || this.#answered.has(pending)) return false;
    if (outcome.kind !== 'submitted') {
      this.#answered.add(pending);
      this.#clear(pending);
    }
    await execution.record({ type: 'outcome', at: this.#options.clock.now(), effect: id, outcome });
    return true;
  }

  #timer(
    execution: Execution,
    pending: Pending,
    what: 'end' | 'heartbeat',
    at: number,
    outcome: Outcome,
    eager = false,
  ): void {
    const fire = async () => {
      await this.settle(execution, pending.id, outcome);
    };
    const timers = this.#timers.get(pending) ?? {};
    timers[what]?.();
    this.#timers.set(pending, { ...timers, [what]: this.#options.clock.setTimer(at, fire, { eager }) });
  }

  #clear(pending: Pending): void {
    const timers = this.#timers.get(pending);
    timers?.end?.();
    timers?.heartbeat?.();
    this.#timers.delete(pending);
  }

  async #invoke(execution: Execution, id: string, effect: InvokeEffect): Promise<void> {
    const outcome = await this.#answer(effect);
    await this.settle(execution, id, outcome);
  }

  async #answer(effect: InvokeEffect): Promise<Outcome> {
    const { functionName: functionArn, payload, invocationType } = effect;
    let answer: LambdaAnswer;
    try {
      answer = await this.#options.lambda({ functionArn, payload, invocationType });
    } catch (refusal) {
      return serviceFailure(refusal);
    }
    if (answer.functionError !== undefined) return functionFailure(answer.payload);
    const output = answer.payload === '' ? 'null' : answer.payload;
    if (exceedsLimit(output)) {
      const cause = `The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.`;
      return { kind: 'failed', error: 'States.DataLimitExceeded', cause };
    }
    return { kind: effect.token === undefined ? 'succeeded' : 'submitted', output };
  }
}

/** The service refused the call: the name of its exception is the error, `Lambda.` before it. */
function serviceFailure(refusal: unknown): Outcome {
  const name = refusal instanceof Error ? refusal.name : 'Unknown';
  const cause = refusal instanceof Error ? refusal.message : String(refusal);
  return { kind: 'failed', error: name.startsWith('Lambda.') ? name : `Lambda.${name}`, cause: cause.slice(0, CAUSE) };
}

/** The function failed: the type of its error is the error, the whole payload the cause. */
function functionFailure(payload: string): Outcome {
  let error = 'Lambda.Unknown';
  try {
    error = functionError.parse(JSON.parse(payload)).errorType ?? error;
  } catch {
    // Not what a Lambda runtime writes: the error stays unknown, and the cause shows it as it is.
  }
  return { kind: 'failed', error, cause: payload.slice(0, CAUSE) };
}
