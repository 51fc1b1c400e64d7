import { StateError } from '../errors.ts';
import type { Json } from '../json.ts';
import { Branch, type Routine } from './branch.ts';
import type { Frame } from './frame.ts';

/** What differs between a Parallel and a Map. */
export interface ForkPlan {
  readonly type: 'Parallel' | 'Map';
  readonly count: number;
  /** How many run at a time. */
  readonly limit: number;
  /** How many may fail. */
  readonly tolerated: number;
  run(child: Branch): Routine<Json>;
}

/** The branches of a Parallel or the iterations of a Map, while they run. */
export class Fork {
  readonly branch: Branch;
  readonly type: 'Parallel' | 'Map';
  readonly #id: string;
  readonly #results: Json[] = [];
  readonly #running = new Set<Branch>();
  #started = 0;
  #failures = 0;
  #error: StateError | undefined;

  constructor(
    private readonly frame: Frame,
    private readonly plan: ForkPlan,
  ) {
    this.branch = frame.branch;
    this.type = plan.type;
    this.#id = frame.branch.nextId();
    frame.branch.inner = this;
  }

  /** Runs every branch, and gives their outputs in order. @throws StateError the first failure not tolerated */
  *run(): Routine<Json[]> {
    const since = this.branch.last;
    const first = Math.min(this.plan.limit, this.plan.count);
    for (let started = 0; started < first; started += 1) this.#start(since);
    if (first > 0) yield;
    if (this.#error !== undefined) throw this.#error;
    // AWS gives this event and the exit the same predecessor.
    this.branch.run.emit(this.branch.last, `${this.type}StateSucceeded`);
    return this.#results;
  }

  /** True if a branch's failure would not be the execution's. */
  handles(error: StateError): boolean {
    if (this.#failures < this.plan.tolerated) return true;
    const own = this.failure(error);
    return this.frame.recovery.handles(own) || (this.branch.fork?.handles(own) ?? false);
  }

  /** A Map that tolerates failures fails for their number, another for the failure itself. */
  failure(error: StateError): StateError {
    if (this.plan.tolerated === 0) return error;
    const cause = 'The specified tolerated failure threshold was exceeded';
    return new StateError('States.ExceedToleratedFailureThreshold', cause);
  }

  /** Records what the failure of a branch means to the others, and ends none of them yet. */
  recordFailure(failing: Branch): void {
    const cause = failing.last;
    this.#record('Failed', cause, failing);
    const { state } = failing;
    if (state === 'Task' || state === 'Wait') this.branch.run.emit(cause, `${state}StateAborted`);
    for (const child of this.#running) if (child !== failing) this.#recordAbort(child, cause);
    this.branch.last = cause;
  }

  succeeded(child: Branch, result: Json): void {
    this.#ended(child, 'Succeeded', result);
  }

  failed(child: Branch, error: StateError): void {
    if (this.#failures < this.plan.tolerated) {
      this.#failures += 1;
      this.#ended(child, 'Failed', error.output);
      return;
    }
    this.recordFailure(child);
    for (const running of this.#running) running.abandon();
    this.#running.clear();
    this.#error = this.failure(error);
    this.branch.run.resume(this.branch);
  }

  #start(since: number): void {
    const { run } = this.branch;
    const child = new Branch(run, `${this.#id}.${this.#started}/`, this, this.#started);
    this.#started += 1;
    this.#running.add(child);
    child.last = this.#record('Started', since, child);
    child.begin(this.plan.run(child));
  }

  #ended(child: Branch, how: string, result: Json): void {
    this.#running.delete(child);
    this.#results[child.index] = result;
    this.branch.last = this.#record(how, child.last, child);
    if (this.#started < this.plan.count) this.#start(child.last);
    else if (this.#running.size === 0) this.branch.run.resume(this.branch);
  }

  #recordAbort(child: Branch, cause: number): void {
    this.#record('Aborted', cause, child);
    const { state = '', inner } = child;
    if (['Task', 'Wait', 'Parallel', 'Map'].includes(state)) this.branch.run.emit(cause, `${state}StateAborted`);
    if (inner !== undefined) for (const grandchild of inner.#running) inner.#recordAbort(grandchild, cause);
  }

  /** Iterations have events of their own. */
  #record(what: string, previous: number, { index }: Branch): number {
    if (this.type === 'Parallel') return previous;
    return this.branch.run.emit(previous, `MapIteration${what}`, () => ({ name: this.frame.name, index }));
  }
}
