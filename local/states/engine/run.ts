import { createHash } from 'node:crypto';
import type { StateError } from '../errors.ts';
import { Redriven } from '../errors.ts';
import { type Json, parseJson } from '../json.ts';
import type { Machine } from '../language/definition.ts';
import { type Sources, seededRandom } from '../language/functions.ts';
import type { ExecutionStatus } from '../ports.ts';
import { runBlock } from './block.ts';
import { Branch } from './branch.ts';
import type { Effect, Entry, Outcome, StartedEntry } from './effect.ts';
import { data, failure, type HistoryEvent } from './history.ts';

/** The most events an execution may have (AWS quota); the last of them says that it failed. */
export const EVENT_LIMIT = 25_000;
/** How many states run before other work gets its turn. */
const STATES_A_TURN = 100;
/** The effect that limits the whole execution; no branch owns it. */
const EXECUTION_TIMEOUT = 'timeout';

/** There is no room for another event. */
class HistoryFull extends Error {
  override readonly name = 'HistoryFull';
}

/** An effect under way, and who waits for it. */
export interface Pending {
  readonly id: string;
  readonly effect: Effect;
  readonly branch: Branch | undefined;
  /** True for a task that has been accepted, and whose result is still to come. */
  submitted?: boolean;
  wake(outcome: Outcome): void;
  interrupt(signal: Redriven): void;
}

/** Something the world must be asked for, or need no longer do. */
export interface Command {
  readonly kind: 'begin' | 'cancel';
  readonly pending: Pending;
}

/** What a run needs to know of its machine. */
export interface RunContext {
  readonly machine: Machine;
  readonly machineName: string;
  readonly roleArn: string;
  readonly region: string;
  /** Receives every event, if somebody wants the history. */
  readonly onEvent?: ((event: HistoryEvent) => void) | undefined;
}

interface Ready {
  readonly branch: Branch;
  readonly go: () => void;
}

/**
 * One execution as a function of its journal: applied to the same entries it does the same, event for event. Branches
 * take turns, one running at a time until it waits, so that nothing depends on the timing of promises; time stands
 * still while an entry is applied.
 */
export class Run implements Sources {
  readonly context: RunContext;
  readonly start: StartedEntry;
  readonly input: Json;
  readonly pending = new Map<string, Pending>();
  /** What has been asked for since the commands were last taken. */
  commands: Command[] = [];
  status: ExecutionStatus = 'RUNNING';
  now: number;
  output: string | null = null;
  error: string | null = null;
  cause: string | null = null;
  redriveCount = 0;
  redriveDate: number | null = null;
  stopDate: number | null = null;
  events = 0;

  readonly #random: () => number;
  #ready: Ready[] = [];
  #settled: (() => void) | undefined;
  #defect: unknown;
  #suspended: Pending[] = [];
  #states = 0;

  constructor(context: RunContext, start: StartedEntry) {
    this.context = context;
    this.start = start;
    this.input = parseJson(start.input);
    this.now = start.at;
    this.#random = seededRandom(start.seed);
  }

  random(): number {
    return this.#random();
  }

  /** Applies the next entry of the journal, and resolves when every branch waits. */
  async apply(entry: Entry): Promise<void> {
    if (!this.#concerns(entry)) return;
    this.now = Math.max(this.now, entry.at);
    switch (entry.type) {
      case 'started':
        this.emit(0, 'ExecutionStarted', () => ({ ...data('input', entry.input), roleArn: this.context.roleArn }));
        this.#limit();
        this.#begin();
        break;
      case 'outcome':
        if (entry.effect === EXECUTION_TIMEOUT) this.#timeOut();
        else this.#wake(this.pending.get(entry.effect), entry.outcome);
        break;
      case 'stopped':
        this.emit(0, 'ExecutionAborted', () => failure(entry.error, entry.cause));
        this.#end('ABORTED', null, entry.error, entry.cause);
        break;
      case 'redriven':
        this.#redrive();
        break;
    }
    await this.#settle();
  }

  /** What comes too late, or only keeps the books, changes nothing. */
  #concerns(entry: Entry): entry is Exclude<Entry, { type: 'ended' }> {
    switch (entry.type) {
      case 'ended':
        return false;
      case 'redriven':
        return this.status !== 'RUNNING' && this.status !== 'SUCCEEDED';
      case 'outcome':
        return this.pending.has(entry.effect);
      default:
        return this.status === 'RUNNING';
    }
  }

  #wake(pending: Pending | undefined, outcome: Outcome): void {
    if (pending === undefined) return;
    if (outcome.kind === 'submitted') pending.submitted = true;
    pending.wake(outcome);
  }

  /** Records an event and gives its id. @throws HistoryFull when only the execution's last event has room */
  emit(previousEventId: number, type: string, details?: () => { [key: string]: Json }): number {
    if (this.events >= EVENT_LIMIT - 1 && !type.startsWith('Execution')) throw new HistoryFull();
    this.events += 1;
    this.context.onEvent?.({
      id: this.events,
      previousEventId,
      timestamp: this.now,
      type,
      ...(details === undefined ? {} : { details: details() }),
    });
    return this.events;
  }

  /** Asks the world for something on behalf of a branch. */
  begin(pending: Pending): void {
    this.pending.set(pending.id, pending);
    this.commands.push({ kind: 'begin', pending });
  }

  /** No longer waits for an effect; `cancel` when it had not come to its end. */
  drop(pending: Pending, cancel: boolean): void {
    this.pending.delete(pending.id);
    if (cancel) this.commands.push({ kind: 'cancel', pending });
  }

  /** Lets a branch go on when its turn comes. */
  resume(branch: Branch, go: () => void): void {
    this.#ready.push({ branch, go });
  }

  /** Gives up the turn: called by a branch that is about to wait, or has ended. */
  yield(): void {
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      if (next.branch.abandoned) continue;
      next.go();
      return;
    }
    this.#settled?.();
  }

  /** A state begins; true when it is time to let other work of the process in between. */
  stateBegins(): boolean {
    this.#states += 1;
    return this.#states % STATES_A_TURN === 0;
  }

  /** Ends the execution with a failure nobody handles. Every branch stays as it is, so that a redrive can go on. */
  fail(branch: Branch, error: StateError): void {
    this.emit(branch.last, 'ExecutionFailed', () => failure(error.error, error.reason));
    this.#end('FAILED', null, error.error, error.reason);
  }

  /** Waits, in a state that failed for good, for the execution to be redriven. */
  redriven(branch: Branch): Promise<never> {
    return new Promise((_, reject) => {
      this.#suspended.push({
        id: '',
        effect: { kind: 'timer', at: 0, eager: false },
        branch,
        wake: () => undefined,
        interrupt: (signal) => this.resume(branch, () => reject(signal)),
      });
      this.yield();
    });
  }

  /** The token that answers a task: it names the task, and cannot be guessed. */
  token(effectId: string): string {
    const proof = createHash('sha256')
      .update(`${this.start.seed} ${this.start.executionArn} ${effectId}`)
      .digest('hex');
    return Buffer.from(`${this.start.executionArn}|${effectId}|${proof.slice(0, 32)}`).toString('base64url');
  }

  #begin(): void {
    const root = new Branch(this, '', undefined, Object.create(null));
    this.resume(root, () => {
      runBlock(root, this.context.machine, this.input).then(
        (output) => {
          const text = JSON.stringify(output);
          this.emit(root.last, 'ExecutionSucceeded', () => data('output', text));
          this.#end('SUCCEEDED', text, null, null);
          this.yield();
        },
        (defect: unknown) => this.broken(defect),
      );
    });
  }

  /** Nothing can go on: the history is full, or the interpreter itself is at fault, which must not pass for the workflow. */
  broken(defect: unknown): void {
    if (defect instanceof HistoryFull) {
      const cause = `The execution reached the maximum number of history events (${EVENT_LIMIT}).`;
      this.emit(this.events, 'ExecutionFailed', () => failure('States.Runtime', cause));
      this.#end('FAILED', null, 'States.Runtime', cause);
    } else {
      this.#defect ??= defect;
    }
    this.#settled?.();
  }

  /** An execution that has ended takes no further turn; those that were due wait for a redrive. */
  #take(): Ready | undefined {
    return this.status === 'RUNNING' ? this.#ready.shift() : undefined;
  }

  #limit(): void {
    const timeout = this.context.machine.TimeoutSeconds;
    if (typeof timeout !== 'number') return;
    this.begin({
      id: EXECUTION_TIMEOUT,
      effect: { kind: 'timer', at: this.now + timeout * 1000, eager: false },
      branch: undefined,
      wake: () => undefined,
      interrupt: () => undefined,
    });
  }

  #timeOut(): void {
    this.emit(0, 'ExecutionTimedOut', () => ({ error: 'States.Timeout' }));
    this.#end('TIMED_OUT', null, null, null);
  }

  #end(status: ExecutionStatus, output: string | null, error: string | null, cause: string | null): void {
    Object.assign(this, { status, output, error, cause, stopDate: this.now });
    for (const pending of this.pending.values()) {
      this.drop(pending, true);
      this.#suspended.push(pending);
    }
  }

  #redrive(): void {
    Object.assign(this, { status: 'RUNNING', output: null, error: null, cause: null, stopDate: null });
    this.redriveCount += 1;
    this.redriveDate = this.now;
    this.emit(this.events, 'ExecutionRedriven', () => ({ redriveCount: this.redriveCount }));
    this.#limit();
    for (const pending of this.#suspended.splice(0)) pending.interrupt(new Redriven());
  }

  async #settle(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#settled = resolve;
      if (this.status === 'RUNNING') this.yield();
      else resolve();
    });
    this.#settled = undefined;
    if (this.#defect !== undefined) throw this.#defect;
  }
}
