import type { Json } from '../../jsonata/json.ts';

/** The most that an input, an output, a result or a payload may weigh, in bytes of UTF-8 (AWS quota: 256 KiB). */
export const DATA_LIMIT = 262_144;

/** What no `States.ALL` catches. */
const TERMINAL = ['States.Runtime', 'States.DataLimitExceeded'];

/** A failure inside an execution, as `Retry` and `Catch` see it. */
export class StateError extends Error {
  constructor(
    readonly error: string | null,
    override readonly cause: string | null,
    /** Other names that `ErrorEquals` may give it. */
    readonly aliases: readonly string[] = [],
  ) {
    super(`${error ?? 'an unnamed error'}: ${cause ?? 'no cause given'}`);
  }

  static tooLarge(name: string): StateError {
    const why = 'returned a result with a size exceeding the maximum number of bytes service limit.';
    return new StateError('States.DataLimitExceeded', `The state/task '${name}' ${why}`);
  }

  /** What `$states.errorOutput` holds. */
  get output(): Json {
    return { Error: this.error, Cause: this.cause };
  }

  /** The first rule of a `Retry` or `Catch` that names it. `States.TaskFailed` stands for any but a timeout. */
  firstOf<R extends { readonly ErrorEquals: readonly string[] }>(rules: readonly R[] = []): R | undefined {
    const names = [this.error ?? '', ...this.aliases];
    if (!TERMINAL.includes(this.error ?? ''))
      names.push('States.ALL', ...(this.error === 'States.Timeout' ? [] : ['States.TaskFailed']));
    return rules.find(({ ErrorEquals }) => ErrorEquals.some((name) => names.includes(name)));
  }
}

/** There is no room for another event. */
export class HistoryFull extends Error {}
