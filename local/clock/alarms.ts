import type { Clock, TimerOptions } from './clock.ts';

/** Timers by name: each is replaced when it is set again. */
export class Alarms {
  readonly #clock: Clock;
  readonly #cancel = new Map<string, () => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** See the clock's timers. */
  set(name: string, at: number, fire: () => void | Promise<void>, options?: TimerOptions): void {
    this.#cancel.get(name)?.();
    this.#cancel.set(name, this.#clock.setTimer(at, fire, options));
  }

  /** Cancels every timer. */
  clear(): void {
    for (const cancel of this.#cancel.values()) cancel();
    this.#cancel.clear();
  }
}
