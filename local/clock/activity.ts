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
    const done = this.begin();
    work.then(done, done);
    return work;
  }

  /** Marks the start of a piece of work; the function returned marks its end (once). */
  begin(): () => void {
    this.#running += 1;
    this.#generation += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#running -= 1;
      this.#check();
    };
  }

  /** Resolves when no work is under way, and none began during a whole turn of the event loop. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.#check();
    });
  }

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
