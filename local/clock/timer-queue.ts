/** A timer that waits for its instant. */
export interface Timer {
  readonly at: number;
  readonly sequence: number;
  readonly eager: boolean;
  readonly fire: () => void | Promise<void>;
}

/** Timers in order of time, then of creation. Sorted insertion: quick far beyond the 10,000 waits of a busy machine. */
export class TimerQueue {
  readonly #timers: Timer[] = [];
  #sequence = 0;

  /** Adds a timer for `at` (epoch milliseconds). */
  add(at: number, fire: Timer['fire'], eager: boolean): Timer {
    this.#sequence += 1;
    const timer = { at, sequence: this.#sequence, eager, fire };
    this.#timers.splice(this.#position(timer), 0, timer);
    return timer;
  }

  /** Removes a timer; does nothing if it is no longer there. */
  remove(timer: Timer): void {
    const position = this.#position(timer);
    if (this.#timers[position] === timer) this.#timers.splice(position, 1);
  }

  /** The next timer to fire, left in place. */
  first(matches: (timer: Timer) => boolean = () => true): Timer | undefined {
    return this.#timers.find(matches);
  }

  /** Takes the next timer out if it is due at `instant`. */
  takeDue(instant: number): Timer | undefined {
    const first = this.#timers[0];
    return first !== undefined && first.at <= instant ? this.#timers.shift() : undefined;
  }

  clear(): void {
    this.#timers.length = 0;
  }

  get size(): number {
    return this.#timers.length;
  }

  #position(timer: Timer): number {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#timers[middle];
      if (other === undefined) break;
      const before = other.at < timer.at || (other.at === timer.at && other.sequence < timer.sequence);
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
