/**
 * Counts the work under way in the one-machine runtime (HTTP requests, Lambda invocations, interpreter steps), so that
 * a simulated clock moves only when nothing is left to do at the present instant.
 *
 * A request that itself waits for idleness (the route that advances the clock) must not be tracked: it would wait for
 * its own end.
 */
export class Activity {
  #running = 0;
  #generation = 0;
  #waiters: (() => void)[] = [];
  #checking = false;

  /** Counts the promise as work until it settles, and hands it back unchanged. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#begin();
    work.then(this.#end, this.#end);
    return work;
  }

  /**
   * Lets work go on that nobody waits for. It handles the failures it knows; any other (a journal that cannot be
   * written, a defect) ends the process: nothing done after it could be trusted.
   * @param counts false for work that waits for the clock to move
   */
  detach(work: Promise<unknown>, counts = true): void {
    if (counts) this.#begin();
    work.then(counts ? this.#end : undefined, fail);
  }

  /** Marks the start of a piece of work; the function returned marks its end (once). */
  begin(): () => void {
    this.#begin();
    let ended = false;
    return () => {
      if (!ended) this.#end();
      ended = true;
    };
  }

  /** Resolves when no work is under way, and none began during a whole turn of the event loop. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.#check();
    });
  }

  #begin(): void {
    this.#running += 1;
    this.#generation += 1;
  }

  readonly #end = (): void => {
    this.#running -= 1;
    this.#check();
  };

  #check(): void {
    if (this.#checking || this.#running > 0 || this.#waiters.length === 0) return;
    this.#checking = true;
    const generation = this.#generation;
    // Two turns: work that ends often hands over to work that begins through a resolved promise or a socket event.
    setImmediate(() =>
      setImmediate(() => {
        this.#checking = false;
        if (this.#running === 0 && this.#generation === generation) {
          for (const wake of this.#waiters.splice(0)) wake();
        } else {
          this.#check();
        }
      }),
    );
  }
}

/** Outside every promise, so that nothing can catch it. */
function fail(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
