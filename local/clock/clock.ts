/** How a timer is treated. */
export interface TimerOptions {
  /**
   * True for short waits that belong to the machinery, retry backoff above all: a simulated clock jumps to them by
   * itself once the runtime is idle. A real clock makes no difference.
   */
  eager?: boolean;
}

/** The only source of the present instant in the one-machine runtime, real or simulated. */
export interface Clock {
  /** The present instant, in milliseconds since the Unix epoch. */
  now(): number;
  /**
   * Calls `fire` once, when the clock has reached `at` (epoch milliseconds): soon, if that is in the past. Timers fire
   * in order of time, and in order of creation at the same instant. The function returned cancels the timer. `fire` handles its own
   * failures: a rejection is a defect.
   */
  setTimer(at: number, fire: () => void | Promise<void>, options?: TimerOptions): () => void;
}
