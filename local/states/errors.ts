import type { Json } from './json.ts';

/** A failure inside an execution, as `Retry` and `Catch` see it. */
export class StateError extends Error {
  /** Every name that `ErrorEquals` may give it. */
  readonly names: readonly string[];

  constructor(
    readonly error: string | null,
    readonly reason: string | null,
    aliases: readonly string[] = [],
    /** True for what no `States.ALL` catches. */
    readonly terminal = error === 'States.Runtime',
  ) {
    super(`${error ?? 'an unnamed error'}: ${reason ?? 'no cause given'}`);
    this.names = error === null ? aliases : [error, ...aliases];
  }

  /** What `$states.errorOutput` holds. */
  get output(): Json {
    return { Error: this.error, Cause: this.reason };
  }
}

/** Sent to every state that waits when its execution is redriven: it begins its work anew. */
export class Redriven extends Error {}

/** There is no room for another event. */
export class HistoryFull extends Error {}
