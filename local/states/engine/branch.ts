import { Redriven, StateError } from '../errors.ts';
import type { Outcome } from '../journal/records.ts';
import type { Json } from '../json.ts';
import type { State } from '../language/definition.ts';
import type { Effect } from './effect.ts';
import type { Fork } from './fork.ts';
import type { Pending, Run } from './run.ts';

/** Work that waits now and then: each `yield` gives up the turn, and gives what came of what is waited for. */
export type Routine<T> = Generator<void, T, Outcome | undefined>;

/** One thread of states: the execution itself, a branch of a Parallel, an iteration of a Map. */
export class Branch {
  /** Its variables; those of the scopes around it are reached through the prototype. */
  readonly variables: { [name: string]: Json };
  /** `Map` of the context object, in an iteration. */
  map: Json | undefined;
  /** The id of its last event: the `previousEventId` of the next. */
  last = 0;
  /** The type of the state it is in, and the fork that the state runs, if it does. */
  state: State['Type'] | undefined;
  inner: Fork | undefined;
  #routine: Routine<Json> | undefined;
  #abandoned = false;
  #sequence = 0;

  constructor(
    readonly run: Run,
    /** Where it is among the others: the ids of its effects begin with it. */
    readonly path = '',
    /** The Parallel or Map it belongs to, and its number there. */
    readonly fork?: Fork,
    readonly index = 0,
  ) {
    this.variables = Object.create(fork?.branch.variables ?? null);
    this.map = fork?.branch.map;
  }

  begin(routine: Routine<Json>): void {
    this.#routine = routine;
    this.run.resume(this);
  }

  /** Goes on until it waits again, or ends. */
  step(signal: Outcome | Redriven | undefined): void {
    try {
      const step = signal instanceof Redriven ? this.#routine?.throw(signal) : this.#routine?.next(signal);
      if (!step?.done) return;
      if (this.fork === undefined) this.run.succeed(this, step.value);
      else this.fork.succeeded(this, step.value);
    } catch (error) {
      if (!(error instanceof StateError) || this.fork === undefined) throw error;
      this.fork.failed(this, error);
    }
  }

  /** Records an event that follows the branch's last. */
  emit(type: string, details?: () => { [key: string]: Json }): number {
    this.last = this.run.emit(this.last, type, details);
    return this.last;
  }

  /** A name for something of this branch, the same at every replay. */
  nextId(): string {
    this.#sequence += 1;
    return `${this.path}${this.#sequence}`;
  }

  /** True when another branch's failure has ended this one. */
  get abandoned(): boolean {
    return this.#abandoned || (this.fork?.branch.abandoned ?? false);
  }

  /** Ends the branch where it stands, and everything it waits for. */
  abandon(): void {
    this.#abandoned = true;
    for (const pending of this.run.pending.values()) if (pending.branch?.abandoned) this.run.drop(pending, true);
  }

  /** Asks the world for something; its outcomes are what the next turns give. */
  ask(effect: Effect, id = this.nextId()): Pending {
    return this.run.begin({ id, effect, branch: this });
  }

  /** Waits until the instant (epoch milliseconds). `eager`: see the clock's timers. */
  *sleep(at: number, eager: boolean): Routine<void> {
    const timer = this.ask({ kind: 'timer', at, eager });
    yield;
    this.run.drop(timer);
  }
}
