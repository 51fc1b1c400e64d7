import type { Json } from '../json.ts';
import type { Effect, Outcome } from './effect.ts';
import type { Fork } from './fork.ts';
import type { Pending, Run } from './run.ts';

/** One thread of states: the execution itself, a branch of a Parallel, an iteration of a Map. */
export class Branch {
  readonly run: Run;
  /** Where it is among the others: the ids of its effects begin with it. */
  readonly path: string;
  /** The Parallel or Map it belongs to. */
  readonly fork: Fork | undefined;
  /** Its variables; those of the scopes around it are reached through the prototype. */
  readonly variables: { [name: string]: Json };
  /** `Map` of the context object, in an iteration. */
  map: Json | undefined;
  /** The id of its last event: the `previousEventId` of the next. */
  last = 0;
  /** The state it is in: its type, and the fork that the state runs, if it does. */
  open: { type: string; fork?: Fork } | undefined;
  #abandoned = false;
  #sequence = 0;

  constructor(run: Run, path: string, fork: Fork | undefined, variables: { [name: string]: Json }) {
    this.run = run;
    this.path = path;
    this.fork = fork;
    this.variables = variables;
    this.map = fork?.branch.map;
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
    for (const pending of this.run.pending.values()) {
      if (pending.branch?.abandoned) this.run.drop(pending, true);
    }
  }

  /** Lets the other branches go first. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.run.resume(this, resolve);
      this.run.yield();
    });
  }

  /** Waits until the instant (epoch milliseconds). `eager`: see the clock's timers. */
  async sleep(at: number, eager: boolean): Promise<void> {
    const timer = new Exchange(this, this.nextId(), { kind: 'timer', at, eager });
    await timer.next();
    timer.close();
  }
}

/** An effect and the outcomes that come of it, one after the other. */
export class Exchange {
  readonly #branch: Branch;
  readonly #pending: Pending;
  #resolve: (outcome: Outcome) => void = () => undefined;
  #reject: (signal: Error) => void = () => undefined;

  constructor(branch: Branch, id: string, effect: Effect) {
    this.#branch = branch;
    this.#pending = {
      id,
      effect,
      branch,
      wake: (outcome) => branch.run.resume(branch, () => this.#resolve(outcome)),
      interrupt: (signal) => branch.run.resume(branch, () => this.#reject(signal)),
    };
    branch.run.begin(this.#pending);
  }

  /** The next outcome. @throws Redriven when the execution ended meanwhile, and goes on anew */
  next(): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#branch.run.yield();
    });
  }

  /** Nothing more is expected. `cancel` when what was begun should stop. */
  close(cancel = false): void {
    this.#branch.run.drop(this.#pending, cancel);
  }
}
