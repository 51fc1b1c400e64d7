import { StateError } from '../errors.ts';
import type { Json } from '../json.ts';
import { Branch } from './branch.ts';
import type { Guard } from './guard.ts';

/** What differs between a Parallel and a Map. */
export interface ForkPlan {
  readonly type: 'Parallel' | 'Map';
  /** The name of the state, in the events of its iterations. */
  readonly name: string;
  readonly count: number;
  /** How many run at a time. */
  readonly limit: number;
  /** How many may fail. */
  readonly tolerated: number;
  run(child: Branch, index: number): Promise<Json>;
}

/** The branches of a Parallel or the iterations of a Map, while they run. */
export class Fork {
  readonly branch: Branch;
  readonly type: 'Parallel' | 'Map';
  readonly #plan: ForkPlan;
  readonly #guard: Guard;
  readonly #id: string;
  readonly #results: Json[] = [];
  readonly #running = new Map<number, Branch>();
  #started = 0;
  #failures = 0;
  #join: { done: (results: Json[]) => void; failed: (error: StateError) => void } | undefined;

  constructor(branch: Branch, plan: ForkPlan, guard: Guard) {
    this.branch = branch;
    this.type = plan.type;
    this.#plan = plan;
    this.#guard = guard;
    this.#id = branch.nextId();
  }

  /** Runs every branch, and gives their outputs in order. @throws StateError the first failure not tolerated */
  run(): Promise<Json[]> {
    return new Promise((resolve, reject) => {
      const { run } = this.branch;
      this.#join = {
        done: (results) => run.resume(this.branch, () => resolve(results)),
        failed: (error) => run.resume(this.branch, () => reject(error)),
      };
      const first = Math.min(this.#plan.limit, this.#plan.count);
      const since = this.branch.last;
      for (let index = 0; index < first; index += 1) this.#start(since);
      if (this.#plan.count === 0) this.#join.done([]);
      run.yield();
    });
  }

  /** True if a branch's failure would not be the execution's. */
  handles(error: StateError): boolean {
    if (this.#failures < this.#plan.tolerated) return true;
    const own = this.failure(error);
    return this.#guard.handles(own) || (this.branch.fork?.handles(own) ?? false);
  }

  /** Records what the failure of a branch means to the others, and ends none of them yet. */
  recordFailure(failing: Branch): void {
    const { run } = this.branch;
    const cause = failing.last;
    for (const [index, child] of this.#running) {
      if (child === failing) {
        this.#recordIteration('Failed', cause, index);
        const type = child.open?.type;
        if (type === 'Task' || type === 'Wait') run.emit(cause, `${type}StateAborted`);
      }
    }
    for (const [index, child] of this.#running) {
      if (child !== failing) this.#recordAbort(index, child, cause);
    }
    this.branch.last = cause;
  }

  /** Ends every branch. */
  abandon(): void {
    for (const child of this.#running.values()) child.abandon();
    this.#running.clear();
  }

  #start(since: number): void {
    const index = this.#started;
    this.#started += 1;
    const { run, variables } = this.branch;
    const child = new Branch(run, `${this.#id}.${index}/`, this, Object.create(variables));
    this.#running.set(index, child);
    child.last = since;
    if (this.#plan.type === 'Map') child.last = this.#recordIteration('Started', since, index);
    run.resume(child, () => {
      this.#plan
        .run(child, index)
        .then(
          (result) => this.#succeeded(index, child, result),
          (error: unknown) => this.#failed(index, child, error),
        )
        .catch((defect: unknown) => run.broken(defect));
    });
  }

  #succeeded(index: number, child: Branch, result: Json): void {
    this.#running.delete(index);
    this.#results[index] = result;
    const since = child.last;
    this.branch.last = since;
    if (this.#plan.type === 'Map') this.branch.last = this.#recordIteration('Succeeded', since, index);
    this.#next(since);
  }

  #failed(index: number, child: Branch, error: unknown): void {
    if (!(error instanceof StateError)) throw error;
    if (this.#failures < this.#plan.tolerated) {
      this.#failures += 1;
      this.#running.delete(index);
      this.#results[index] = error.output;
      this.branch.last = child.last;
      this.branch.last = this.#recordIteration('Failed', child.last, index);
      this.#next(child.last);
      return;
    }
    this.recordFailure(child);
    this.abandon();
    this.#join?.failed(this.failure(error));
    this.branch.run.yield();
  }

  #next(since: number): void {
    if (this.#started < this.#plan.count) this.#start(since);
    else if (this.#running.size === 0) this.#join?.done(this.#results);
    this.branch.run.yield();
  }

  /** A Map that tolerates failures fails for their number, another for the failure itself. */
  failure(error: StateError): StateError {
    if (this.#plan.tolerated === 0) return error;
    return new StateError(
      'States.ExceedToleratedFailureThreshold',
      'The specified tolerated failure threshold was exceeded',
    );
  }

  #recordAbort(index: number, child: Branch, cause: number): void {
    this.#recordIteration('Aborted', cause, index);
    const open = child.open;
    if (open !== undefined && ['Task', 'Wait', 'Parallel', 'Map'].includes(open.type)) {
      this.branch.run.emit(cause, `${open.type}StateAborted`);
    }
    const inner = open?.fork;
    if (inner !== undefined) for (const [i, grandchild] of inner.#running) inner.#recordAbort(i, grandchild, cause);
  }

  #recordIteration(what: string, previous: number, index: number): number {
    if (this.#plan.type !== 'Map') return previous;
    return this.branch.run.emit(previous, `MapIteration${what}`, () => ({ name: this.#plan.name, index }));
  }
}
