import type { LambdaAnswer } from './call.ts';
import { LambdaRefusal } from './failure.ts';
import type { LambdaFunction } from './function.ts';
import type { Sandbox } from './sandbox.ts';

/** Bounds of a pool. Durations in milliseconds. */
export interface PoolLimits {
  /** Most threads of all functions together. */
  readonly sandboxes: number;
  /** Most threads of one function. */
  readonly perFunction: number;
  /** An idle thread is ended after this long, so that a runtime at rest is small. */
  readonly idleMs: number;
  /** A request that waits this long for a thread of its function gets one of its own, if the bounds allow. */
  readonly scaleOutMs: number;
}

interface Waiting {
  readonly requestId: string;
  readonly event: string;
  readonly settle: (answer: LambdaAnswer) => void;
  readonly since: number;
}

interface Fleet {
  readonly function: LambdaFunction;
  readonly idle: { sandbox: Sandbox; since: number }[];
  readonly queue: Waiting[];
  size: number;
  active: number;
}

/** The execution environments of all functions, made when needed and ended when idle. */
export class Pool {
  readonly #limits: PoolLimits;
  readonly #open: (fn: LambdaFunction, onEnd: () => void) => Sandbox;
  readonly #fleets = new Map<string, Fleet>();
  readonly #sandboxes = new Set<Sandbox>();
  readonly #tick: NodeJS.Timeout;

  constructor(limits: PoolLimits, open: (fn: LambdaFunction, onEnd: () => void) => Sandbox) {
    this.#limits = limits;
    this.#open = open;
    this.#tick = setInterval(() => this.#tend(), Math.max(10, Math.min(limits.scaleOutMs, limits.idleMs) / 2));
    this.#tick.unref();
  }

  /**
   * Runs the function once, when an environment is free.
   * @throws LambdaRefusal when the function's reserved concurrency is used up
   */
  run(fn: LambdaFunction, requestId: string, event: string): Promise<LambdaAnswer> {
    const fleet = this.#fleet(fn);
    if (fn.reservedConcurrency !== null && fleet.active >= fn.reservedConcurrency) {
      throw new LambdaRefusal('TooManyRequestsException', 429, 'Rate Exceeded.');
    }
    fleet.active += 1;
    return new Promise((resolve) => {
      const settle = (answer: LambdaAnswer) => {
        fleet.active -= 1;
        resolve(answer);
      };
      fleet.queue.push({ requestId, event, settle, since: performance.now() });
      this.#dispatch(fleet, fleet.size === 0);
    });
  }

  /** Number of threads alive. */
  get size(): number {
    return this.#sandboxes.size;
  }

  /** Ends every thread; what runs in them ends with an error. */
  async close(): Promise<void> {
    clearInterval(this.#tick);
    await Promise.all([...this.#sandboxes].map((sandbox) => sandbox.end()));
  }

  #fleet(fn: LambdaFunction): Fleet {
    const known = this.#fleets.get(fn.name);
    if (known !== undefined) return known;
    const fleet: Fleet = { function: fn, idle: [], queue: [], size: 0, active: 0 };
    this.#fleets.set(fn.name, fleet);
    return fleet;
  }

  /** Serves the queue with idle environments, the most recently used first; `grow` allows one more. */
  #dispatch(fleet: Fleet, grow: boolean): void {
    while (fleet.queue.length > 0) {
      const idle = fleet.idle.pop();
      if (idle === undefined) break;
      const next = fleet.queue.shift();
      if (next !== undefined) void this.#serve(fleet, idle.sandbox, next);
    }
    if (grow && fleet.queue.length > 0) this.#grow(fleet);
  }

  #grow(fleet: Fleet): void {
    if (fleet.size >= this.#limits.perFunction || !this.#makeRoom(fleet.size === 0)) return;
    const sandbox = this.#open(fleet.function, () => this.#forget(fleet, sandbox));
    this.#sandboxes.add(sandbox);
    fleet.size += 1;
    const next = fleet.queue.shift();
    if (next !== undefined) void this.#serve(fleet, sandbox, next);
  }

  /**
   * Whether one more environment fits; with `evict`, if need be in place of the one that has been idle for longest.
   * Only a function that has none evicts: functions that scale out at each other's expense would do nothing but start.
   */
  #makeRoom(evict: boolean): boolean {
    if (this.#sandboxes.size < this.#limits.sandboxes) return true;
    if (!evict) return false;
    const fleets = [...this.#fleets.values()].filter((fleet) => fleet.idle.length > 0);
    const [oldest] = fleets.sort((a, b) => (a.idle[0]?.since ?? 0) - (b.idle[0]?.since ?? 0));
    const idle = oldest?.idle.shift();
    if (idle === undefined) return false;
    void idle.sandbox.end();
    return true;
  }

  async #serve(fleet: Fleet, sandbox: Sandbox, request: Waiting): Promise<void> {
    const answer = await sandbox.invoke(request.requestId, request.event);
    if (!sandbox.ended) fleet.idle.push({ sandbox, since: performance.now() });
    request.settle(answer);
    this.#dispatch(fleet, false);
  }

  #forget(fleet: Fleet, sandbox: Sandbox): void {
    if (!this.#sandboxes.delete(sandbox)) return;
    fleet.size -= 1;
    const position = fleet.idle.findIndex((idle) => idle.sandbox === sandbox);
    if (position >= 0) fleet.idle.splice(position, 1);
    this.#dispatch(fleet, true);
  }

  #tend(): void {
    const now = performance.now();
    for (const fleet of this.#fleets.values()) {
      const first = fleet.queue[0];
      if (first !== undefined && (fleet.size === 0 || now - first.since >= this.#limits.scaleOutMs)) this.#grow(fleet);
      while (fleet.idle[0] !== undefined && now - fleet.idle[0].since >= this.#limits.idleMs) {
        void fleet.idle.shift()?.sandbox.end();
      }
    }
  }
}
