import { randomUUID } from 'node:crypto';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { LambdaAnswer, LambdaCall } from './call.ts';
import type { DeadLetters } from './dead-letters.ts';
import { EventQueue } from './event-queue.ts';
import { LambdaRefusal } from './failure.ts';
import type { LambdaFunction } from './function.ts';
import type { Pool } from './pool.ts';

/** Largest event of a synchronous and of an asynchronous invocation, in bytes. */
const LARGEST_EVENT = { RequestResponse: 6_291_456, Event: 1_048_576, DryRun: 6_291_456 };

export interface FunctionsOptions {
  readonly functions: readonly LambdaFunction[];
  readonly pool: Pool;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly deadLetters: DeadLetters;
  /** File of the events accepted and not yet handled. */
  readonly queueFile: string;
  /** Called before each invocation runs. */
  readonly onInvoke: (fn: LambdaFunction) => void;
}

/** The local Lambda: the template's functions, invoked by name or ARN. */
export class Functions {
  readonly #options: FunctionsOptions;
  readonly #byName: ReadonlyMap<string, LambdaFunction>;
  readonly #events: EventQueue;

  constructor(options: FunctionsOptions) {
    this.#options = options;
    this.#byName = new Map(options.functions.map((fn) => [fn.name, fn]));
    this.#events = new EventQueue(options.queueFile, {
      clock: options.clock,
      attempt: async (event) => {
        const fn = this.#byName.get(event.target);
        if (fn === undefined) return `The function ${event.target} no longer exists.`;
        const answer = await this.#run(fn, event.payload, event.id);
        return answer.functionError === undefined ? null : answer.payload;
      },
      giveUp: (event, reason) => {
        if (event.onFailure === null) return;
        options.deadLetters.send(event.onFailure, event.payload, { RequestID: event.id, ErrorMessage: reason });
      },
    });
  }

  /** Takes up the events that an earlier run accepted and did not finish. */
  resume(): void {
    this.#events.resume();
  }

  /**
   * Invokes a function as Lambda's Invoke does.
   * @throws LambdaRefusal when Lambda itself refuses the call
   */
  async invoke(call: LambdaCall): Promise<LambdaAnswer> {
    const fn = this.find(call.functionArn);
    const type = call.invocationType ?? 'RequestResponse';
    if (Buffer.byteLength(call.payload) > LARGEST_EVENT[type]) {
      throw new LambdaRefusal(
        'RequestTooLargeException',
        413,
        `Request must be smaller than ${LARGEST_EVENT[type]} bytes.`,
      );
    }
    if (type === 'DryRun') return { payload: '' };
    if (type === 'RequestResponse') return this.#run(fn, call.payload, randomUUID());
    this.#events.accept({
      id: randomUUID(),
      target: fn.name,
      payload: call.payload,
      acceptedAt: this.#options.clock.now(),
      onFailure: fn.onFailure,
      retries: fn.eventRetries,
    });
    return { payload: '' };
  }

  /** The function of this name or ARN, qualified or not. @throws LambdaRefusal when there is none */
  find(nameOrArn: string): LambdaFunction {
    const name = /:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn.split(':')[0] ?? '';
    const fn = this.#byName.get(name);
    if (fn !== undefined) return fn;
    throw new LambdaRefusal('ResourceNotFoundException', 404, `Function not found: ${nameOrArn}`);
  }

  async close(): Promise<void> {
    this.#events.close();
    await this.#options.pool.close();
  }

  #run(fn: LambdaFunction, payload: string, requestId: string): Promise<LambdaAnswer> {
    const { activity, pool, onInvoke } = this.#options;
    onInvoke(fn);
    return activity.track(pool.run(fn, requestId, payload));
  }
}
