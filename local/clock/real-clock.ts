import type { Activity } from './activity.ts';
import type { Clock, TimerOptions } from './clock.ts';
import { type Timer, TimerQueue } from './timer-queue.ts';

/**
 * The longest the clock sleeps, in milliseconds. Far below setTimeout's limit of 2^31 ms (25 days), and short enough
 * that a machine which was suspended, or whose clock was set, fires what is due within a minute of waking up.
 */
const LONGEST_SLEEP = 60_000;

/** The machine's own clock. Waits of years are safe; a machine that wakes late fires what is due, in order. */
export class RealClock implements Clock {
  readonly #timers = new TimerQueue();
  readonly #activity: Activity;
  #alarm: { at: number; handle: NodeJS.Timeout } | undefined;

  constructor(activity: Activity) {
    this.#activity = activity;
  }

  now(): number {
    return Date.now();
  }

  setTimer(at: number, fire: () => void | Promise<void>, options: TimerOptions = {}): () => void {
    const timer = this.#timers.add(at, fire, options.eager ?? false);
    this.#arm();
    return () => {
      this.#timers.remove(timer);
      if (this.#timers.size === 0) this.#disarm();
    };
  }

  /** Forgets every timer, so that the process can end. */
  stop(): void {
    this.#timers.clear();
    this.#disarm();
  }

  #arm(): void {
    const first = this.#timers.first();
    if (first === undefined) return;
    if (this.#alarm !== undefined) {
      if (this.#alarm.at <= first.at) return;
      this.#disarm();
    }
    const delay = Math.min(Math.max(first.at - this.now(), 0), LONGEST_SLEEP);
    this.#alarm = { at: first.at, handle: setTimeout(() => this.#wake(), delay) };
  }

  #disarm(): void {
    clearTimeout(this.#alarm?.handle);
    this.#alarm = undefined;
  }

  #wake(): void {
    this.#alarm = undefined;
    const now = this.now();
    for (let timer = this.#timers.takeDue(now); timer !== undefined; timer = this.#timers.takeDue(now)) {
      void this.#fire(timer);
    }
    this.#arm();
  }

  /** A timer that rejects is a defect: nobody awaits it here, so it ends the process as any unhandled rejection does. */
  async #fire(timer: Timer): Promise<void> {
    const end = this.#activity.begin();
    try {
      await timer.fire();
    } finally {
      end();
    }
  }
}
