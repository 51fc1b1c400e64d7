import type { Json } from '../../jsonata/json.ts';
import { Branch, type Plan, type Routine } from './branch.ts';
import { StateError } from './errors.ts';

/** The states whose end is recorded with that of their branch: by its own failure, or by another's. */
const ENDED = { Failed: ['Task', 'Wait'], Aborted: ['Task', 'Wait', 'Parallel', 'Map'] };

/** The branches of a Parallel or the iterations of a Map, while they run. */
export class Fork {
  readonly #id: string;
  readonly #results: Json[] = [];
  readonly #running = new Set<Branch>();
  #started = 0;
  #failures = 0;
  #error: StateError | undefined;

  constructor(
    readonly branch: Branch,
    readonly type: 'Parallel' | 'Map',
    private readonly plans: readonly Plan[],
    /** How many run at a time. */
    private readonly limit = plans.length,
    /** How many may fail. */
    private readonly tolerated = 0,
  ) {
    this.#id = branch.nextId();
    branch.inner = this;
  }

  /** Runs every branch, and gives their outputs in order. @throws StateError the first failure not tolerated */
  *run(): Routine<Json[]> {
    const since = this.branch.last;
    for (let started = 0; started < this.limit; started += 1) this.#start(since);
    if (this.#started > 0) yield;
    if (this.#error !== undefined) throw this.#error;
    // AWS gives this event and the exit the same predecessor.
    this.branch.run.emit(this.branch.last, `${this.type}StateSucceeded`);
    return this.#results;
  }

  ended(child: Branch, how: 'Succeeded' | 'Failed', result: Json): void {
    this.#running.delete(child);
    this.#results[child.index] = result;
    this.branch.last = this.#record(how, child.last, child);
    if (!this.#start(child.last) && this.#running.size === 0) this.branch.run.resume(this.branch);
  }

  /** A branch has failed. That is the others' end; where nobody handles it, it is the execution's, and all stay as they are. */
  failed(child: Branch, error: StateError): void {
    const { branch } = this;
    if (this.#failures < this.tolerated) {
      this.#failures += 1;
      this.ended(child, 'Failed', error.output);
      return;
    }
    const { last } = child;
    this.#recordEnd(child, 'Failed', last);
    for (const other of this.#running) if (other !== child) this.#recordEnd(other, 'Aborted', last);
    branch.last = last;
    const own = this.#failure(error);
    if (this.handles(error)) {
      for (const running of this.#running) running.abandon();
      this.#running.clear();
      this.#error = own;
      branch.run.resume(branch);
    } else {
      branch.emit(`${this.type}StateFailed`);
      branch.fail(own);
    }
  }

  /** True if a branch's failure would not be the execution's. */
  handles(error: StateError): boolean {
    if (this.#failures < this.tolerated) return true;
    const own = this.#failure(error);
    return this.branch.handles(own) || (this.branch.fork?.handles(own) ?? false);
  }

  /** A Map that tolerates failures fails for their number, another for the failure itself. */
  #failure(error: StateError): StateError {
    if (this.tolerated === 0) return error;
    const cause = 'The specified tolerated failure threshold was exceeded';
    return new StateError('States.ExceedToleratedFailureThreshold', cause);
  }

  /** Starts the next branch; false if there is none. */
  #start(since: number): boolean {
    const { run } = this.branch;
    const index = this.#started;
    const plan = this.plans[index];
    if (plan === undefined) return false;
    this.#started += 1;
    const child = new Branch(run, plan, `${this.#id}.${index}/`, this, index);
    this.#running.add(child);
    child.last = this.#record('Started', since, child);
    run.begin(child);
    return true;
  }

  #recordEnd(child: Branch, how: keyof typeof ENDED, cause: number): void {
    this.#record(how, cause, child);
    const { state, inner } = child;
    if (ENDED[how].includes(state?.Type ?? '')) this.branch.run.emit(cause, `${state?.Type}StateAborted`);
    if (how === 'Failed' || inner === undefined) return;
    for (const grandchild of inner.#running) inner.#recordEnd(grandchild, how, cause);
  }

  /** Iterations have events of their own. */
  #record(what: string, previous: number, { index }: Branch): number {
    if (this.type === 'Parallel') return previous;
    return this.branch.run.emit(previous, `MapIteration${what}`, () => ({ name: this.branch.name, index }));
  }
}
