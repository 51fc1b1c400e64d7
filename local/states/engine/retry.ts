import type { StateError } from '../errors.ts';
import type { Catcher, Retrier, State } from '../language/definition.ts';

/** A state's `Retry` and `Catch`, with what has been used of them since the state was entered. */
export class Recovery {
  readonly #retriers: readonly Retrier[];
  readonly #catchers: readonly Catcher[];
  #attempts: Map<Retrier, number> | undefined;

  constructor(state: State) {
    this.#retriers = 'Retry' in state ? (state.Retry ?? []) : [];
    this.#catchers = 'Catch' in state ? (state.Catch ?? []) : [];
  }

  /** True if the state would try again, or catch. */
  handles(error: StateError): boolean {
    return this.#available(error) !== undefined || this.catcher(error) !== undefined;
  }

  /** How long to wait before the next attempt, in milliseconds; undefined if there is none. */
  retry(error: StateError, random: () => number): number | undefined {
    const retrier = this.#available(error);
    if (retrier === undefined) return undefined;
    const used = this.#attempts?.get(retrier) ?? 0;
    this.#attempts = new Map([...(this.#attempts ?? []), [retrier, used + 1]]);
    const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Number.POSITIVE_INFINITY } = retrier;
    const delay = Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds);
    return Math.round(delay * 1000 * (retrier.JitterStrategy === 'FULL' ? random() : 1));
  }

  catcher(error: StateError): Catcher | undefined {
    return this.#catchers.find(({ ErrorEquals }) => matches(ErrorEquals, error));
  }

  /** The first retrier that names the error decides, even if it has no attempt left. */
  #available(error: StateError): Retrier | undefined {
    const retrier = this.#retriers.find(({ ErrorEquals }) => matches(ErrorEquals, error));
    if (retrier === undefined) return undefined;
    return (this.#attempts?.get(retrier) ?? 0) < (retrier.MaxAttempts ?? 3) ? retrier : undefined;
  }
}

/** Whether `ErrorEquals` names the error. `States.TaskFailed` stands for any but a timeout. */
function matches(listed: readonly string[], { names, terminal }: StateError): boolean {
  return listed.some((name) => {
    if (names.includes(name) || terminal) return names.includes(name);
    return name === 'States.ALL' || (name === 'States.TaskFailed' && !names.includes('States.Timeout'));
  });
}
