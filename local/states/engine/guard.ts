import type { StateError } from '../errors.ts';
import type { Catcher, Retrier, State } from '../language/definition.ts';

const DEFAULTS = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 };

/** A state's `Retry` and `Catch`, with what has been used of them since the state was entered. */
export class Guard {
  readonly #retriers: readonly Retrier[];
  readonly #catchers: readonly Catcher[];
  #attempts: Map<Retrier, number> | undefined;

  constructor(state: State) {
    this.#retriers = 'Retry' in state ? (state.Retry ?? []) : [];
    this.#catchers = 'Catch' in state ? (state.Catch ?? []) : [];
  }

  /** Forgets the attempts made: a redriven state has all of them again. */
  reset(): void {
    this.#attempts = undefined;
  }

  /** True if the state would try again, or catch. */
  handles(error: StateError): boolean {
    return this.#available(error) !== undefined || this.catcher(error) !== undefined;
  }

  /** How long to wait before the next attempt, in milliseconds; undefined if there is none. */
  retry(error: StateError, random: () => number): number | undefined {
    const retrier = this.#available(error);
    if (retrier === undefined) return undefined;
    this.#attempts ??= new Map();
    const used = this.#attempts.get(retrier) ?? 0;
    this.#attempts.set(retrier, used + 1);
    const interval = retrier.IntervalSeconds ?? DEFAULTS.IntervalSeconds;
    const delay = interval * (retrier.BackoffRate ?? DEFAULTS.BackoffRate) ** used;
    const seconds = Math.min(delay, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
    return Math.round(seconds * 1000 * (retrier.JitterStrategy === 'FULL' ? random() : 1));
  }

  catcher(error: StateError): Catcher | undefined {
    return this.#catchers.find((catcher) => matches(catcher.ErrorEquals, error));
  }

  /** The first retrier that names the error decides, even if it has no attempt left. */
  #available(error: StateError): Retrier | undefined {
    const retrier = this.#retriers.find((candidate) => matches(candidate.ErrorEquals, error));
    if (retrier === undefined) return undefined;
    const allowed = retrier.MaxAttempts ?? DEFAULTS.MaxAttempts;
    return (this.#attempts?.get(retrier) ?? 0) < allowed ? retrier : undefined;
  }
}

/** Whether `ErrorEquals` names the error. `States.TaskFailed` stands for any but a timeout. */
function matches(names: readonly string[], error: StateError): boolean {
  const own = [...(error.error === null ? [] : [error.error]), ...error.aliases];
  return names.some((name) => {
    if (own.includes(name)) return true;
    if (error.terminal) return false;
    return name === 'States.ALL' || (name === 'States.TaskFailed' && !own.includes('States.Timeout'));
  });
}
