import type { Activity } from './activity.ts';
import type { Clock, TimerOptions } from './clock.ts';
import { type Timer, TimerQueue } from './timer-queue.ts';

/** An eager timer this near, in milliseconds, fires by itself even if an ordinary timer comes before it. */
const EAGER_REACH = 60_000;

/**
 * A clock that stands still until it is told to move, and fires every timer on the way in order of time, each only
 * once the runtime has nothing left to do at the instant before. Eager timers (retry backoff) it goes to by itself.
 */
export class SimulatedClock implements Clock {
  readonly #timers = new TimerQueue();
  readonly #activity: Activity;
  #now: number;
  #moves: Promise<void> = Promise.resolve();
  #settling = false;

  /** @param start the instant to start at, in epoch milliseconds: a chosen date, or the instant a former run reached */
  constructor(activity: Activity, start: number) {
    this.#activity = activity;
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  setTimer(at: number, fire: () => void | Promise<void>, options: TimerOptions = {}): () => void {
    const timer = this.#timers.add(at, fire, options.eager ?? false);
    if (timer.eager || timer.at <= this.#now) this.#settle();
    return () => this.#timers.remove(timer);
  }

  /** Moves to the instant (epoch milliseconds), firing what is due on the way; resolves when the runtime is idle there. */
  advanceTo(instant: number): Promise<void> {
    return this.#move(() => instant);
  }

  /** Moves by a duration in milliseconds. */
  advance(duration: number): Promise<void> {
    return this.#move(() => this.#now + duration);
  }

  /** Moves to the next timer; false if there is none. */
  async next(): Promise<boolean> {
    let found = false;
    await this.#move(() => {
      const timer = this.#timers.first();
      found = timer !== undefined;
      return timer?.at ?? this.#now;
    });
    return found;
  }

  /** Forgets every timer. */
  stop(): void {
    this.#timers.clear();
  }

  #move(destination: () => number): Promise<void> {
    const move = this.#moves.then(async () => {
      await this.#activity.idle();
      await this.#run(destination());
    });
    this.#moves = move.catch(() => undefined);
    return move;
  }

  async #run(instant: number): Promise<void> {
    for (let timer = this.#timers.takeDue(instant); timer !== undefined; timer = this.#timers.takeDue(instant)) {
      this.#now = Math.max(this.#now, timer.at);
      await this.#fire(timer);
    }
    this.#now = Math.max(this.#now, instant);
    // Work done at the last instant may have set retry timers a little further on: they are part of it.
    for (let eager = this.#dueByItself(); eager !== undefined; eager = this.#dueByItself()) await this.#run(eager.at);
  }

  async #fire(timer: Timer): Promise<void> {
    await this.#activity.track(Promise.resolve(timer.fire()));
    await this.#activity.idle();
  }

  #dueByItself(): Timer | undefined {
    const first = this.#timers.first();
    if (first === undefined) return undefined;
    if (first.eager || first.at <= this.#now) return first;
    const eager = this.#timers.first((timer) => timer.eager);
    return eager !== undefined && eager.at - this.#now <= EAGER_REACH ? eager : undefined;
  }

  /** Goes, once the runtime is idle, to whatever fires by itself. */
  #settle(): void {
    if (this.#settling) return;
    this.#settling = true;
    void this.#move(() => {
      this.#settling = false;
      return this.#now;
    });
  }
}
