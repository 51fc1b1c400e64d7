import type { Json } from './json.ts';

/** A failure inside an execution, as `Retry` and `Catch` see it. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly error: string | null;
  readonly reason: string | null;
  /** Other names `ErrorEquals` may give it. */
  readonly aliases: readonly string[];
  /** True for what no `States.ALL` catches. */
  readonly terminal: boolean;

  constructor(
    error: string | null,
    reason: string | null,
    options: { aliases?: readonly string[]; terminal?: boolean } = {},
  ) {
    super(`${error ?? 'an unnamed error'}: ${reason ?? 'no cause given'}`);
    this.error = error;
    this.reason = reason;
    this.aliases = options.aliases ?? [];
    this.terminal = options.terminal ?? error === 'States.Runtime';
  }

  /** What `$states.errorOutput` holds. */
  get output(): Json {
    return { Error: this.error, Cause: this.reason };
  }
}

/** Sent to every state that waits when its execution is redriven: it begins its work anew. */
export class Redriven extends Error {
  override readonly name = 'Redriven';
}
