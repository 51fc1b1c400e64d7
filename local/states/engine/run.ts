import { createHash } from 'node:crypto';
import { HistoryFull, Redriven, type StateError } from '../errors.ts';
import type { Ending, Entry, Outcome, StartedEntry } from '../journal/records.ts';
import { type Json, parseJson } from '../json.ts';
import type { Machine } from '../language/definition.ts';
import { type Sources, seededRandom } from '../language/functions.ts';
import type { ExecutionStatus } from '../ports.ts';
import { runBlock } from './block.ts';
import { Branch } from './branch.ts';
import type { Effect } from './effect.ts';
import { data, failure, type HistoryEvent } from './history.ts';

/** The most events an execution may have (AWS quota); the last of them says that it failed. */
export const EVENT_LIMIT = 25_000;
/** The effect that limits the whole execution; no branch owns it. */
const EXECUTION_TIMEOUT = 'timeout';

/** An effect under way, and who waits for it. */
export interface Pending {
  readonly id: string;
  readonly effect: Effect;
  readonly branch: Branch | undefined;
  /** True for a task that has been accepted, and whose result is still to come. */
  submitted?: boolean;
  /** True when its last outcome is on its way to the journal. */
  answered?: boolean;
  /** True when nobody waits for it any more, though it has not come to its end. */
  cancelled?: boolean;
  /** What cancels the timers that end it, or miss its heartbeats. */
  timers?: { end?: (() => void) | undefined; heartbeat?: (() => void) | undefined };
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

/**
 * One execution as a function of its journal: applied to the same entries it does the same, event for event. Branches
 * take turns, one running at a time until it waits; time stands still while an entry is applied.
 */
export class Run implements Sources {
  readonly input: Json;
  readonly random: () => number;
  readonly pending = new Map<string, Pending>();
  /** What has been asked for, or cancelled, since this was last emptied. */
  asked: Pending[] = [];
  /** How the execution stands. */
  readonly ending: Ending;
  now: number;
  readonly #ready: { branch: Branch; signal: Outcome | Redriven | undefined }[] = [];
  /** The branches that wait for a redrive. */
  #suspended: Branch[] = [];

  constructor(
    readonly context: RunContext,
    readonly start: StartedEntry,
  ) {
    this.input = parseJson(start.input);
    this.now = start.at;
    this.random = seededRandom(start.seed);
    this.ending = {
      executionArn: start.executionArn,
      stateMachineArn: start.stateMachineArn,
      name: start.name,
      startDate: start.at,
      status: 'RUNNING',
      stopDate: null,
      redriveCount: 0,
      redriveDate: null,
      output: null,
      error: null,
      cause: null,
      events: 0,
      entries: 0,
      parent: start.parent,
    };
  }

  get running(): boolean {
    return this.ending.status === 'RUNNING';
  }

  /** Applies the next entry of the journal, until every branch waits. */
  apply(entry: Entry): void {
    this.ending.entries += 1;
    if (!this.#concerns(entry)) return;
    this.now = Math.max(this.now, entry.at);
    switch (entry.type) {
      case 'started': {
        const root = new Branch(this);
        this.emit(0, 'ExecutionStarted', () => ({ ...data('input', entry.input), roleArn: this.context.roleArn }));
        this.#limit();
        root.begin(runBlock(root, this.context.machine, this.input));
        break;
      }
      case 'outcome':
        this.#outcome(entry.effect, entry.outcome);
        break;
      case 'stopped':
        this.emit(0, 'ExecutionAborted', () => failure(entry.error, entry.cause));
        this.#end('ABORTED', null, entry.error, entry.cause);
        break;
      case 'redriven':
        this.#redrive(entry.parent);
        break;
    }
    this.#takeTurns();
  }

  /** What comes too late, or only keeps the books, changes nothing. */
  #concerns(entry: Entry): boolean {
    if (entry.type === 'redriven') return !this.running && this.ending.status !== 'SUCCEEDED';
    if (entry.type === 'outcome') return this.pending.has(entry.effect);
    return this.running;
  }

  /** An execution that has ended takes no further turn; those that were due wait for a redrive. */
  #takeTurns(): void {
    try {
      while (this.running) {
        const next = this.#ready.shift();
        if (next === undefined) return;
        if (!next.branch.abandoned) next.branch.step(next.signal);
      }
    } catch (full) {
      if (!(full instanceof HistoryFull)) throw full;
      const cause = `The execution reached the maximum number of history events (${EVENT_LIMIT}).`;
      this.emit(this.ending.events, 'ExecutionFailed', () => failure('States.Runtime', cause));
      this.#end('FAILED', null, 'States.Runtime', cause);
    }
  }

  /** Records an event and gives its id. @throws HistoryFull when only the execution's last event has room */
  emit(previousEventId: number, type: string, details?: () => { [key: string]: Json }): number {
    if (this.ending.events >= EVENT_LIMIT - 1 && !type.startsWith('Execution')) throw new HistoryFull();
    this.ending.events += 1;
    const id = this.ending.events;
    this.context.onEvent?.({ id, previousEventId, timestamp: this.now, type, ...(details && { details: details() }) });
    return id;
  }

  /** Asks the world for something. */
  begin(pending: Pending): Pending {
    this.pending.set(pending.id, pending);
    this.asked.push(pending);
    return pending;
  }

  /** No longer waits for an effect; `cancel` when it had not come to its end. */
  drop(pending: Pending, cancel = false): void {
    this.pending.delete(pending.id);
    if (!cancel) return;
    pending.cancelled = true;
    this.asked.push(pending);
  }

  /** Lets a branch go on when its turn comes. */
  resume(branch: Branch, signal?: Outcome | Redriven): void {
    this.#ready.push({ branch, signal });
  }

  succeed(branch: Branch, output: Json): void {
    const text = JSON.stringify(output);
    this.emit(branch.last, 'ExecutionSucceeded', () => data('output', text));
    this.#end('SUCCEEDED', text, null, null);
  }

  /** Ends the execution with a failure nobody handles. Every branch stays as it is, so that a redrive can go on. */
  fail(branch: Branch, error: StateError): void {
    this.emit(branch.last, 'ExecutionFailed', () => failure(error.error, error.reason));
    this.#end('FAILED', null, error.error, error.reason);
  }

  /** The branch waits, in a state that failed for good, for the execution to be redriven. */
  suspend(branch: Branch): void {
    this.#suspended.push(branch);
  }

  /** The token that answers a task: it names the task, and cannot be guessed. */
  token(effectId: string): string {
    const { seed, executionArn } = this.start;
    const proof = createHash('sha256').update(`${seed} ${executionArn} ${effectId}`).digest('hex');
    return Buffer.from(`${executionArn}|${effectId}|${proof.slice(0, 32)}`).toString('base64url');
  }

  #outcome(effect: string, outcome: Outcome): void {
    const pending = this.pending.get(effect);
    if (pending?.branch !== undefined) {
      if (outcome.kind === 'submitted') pending.submitted = true;
      this.resume(pending.branch, outcome);
      return;
    }
    this.emit(0, 'ExecutionTimedOut', () => ({ error: 'States.Timeout' }));
    this.#end('TIMED_OUT', null, null, null);
  }

  #limit(): void {
    const { TimeoutSeconds } = this.context.machine;
    if (TimeoutSeconds === undefined) return;
    const effect = { kind: 'timer', at: this.now + TimeoutSeconds * 1000, eager: false } as const;
    this.begin({ id: EXECUTION_TIMEOUT, effect, branch: undefined });
  }

  #end(status: ExecutionStatus, output: string | null, error: string | null, cause: string | null): void {
    Object.assign(this.ending, { status, output, error, cause, stopDate: this.now });
    for (const pending of this.pending.values()) {
      this.drop(pending, true);
      if (pending.branch !== undefined) this.suspend(pending.branch);
    }
  }

  #redrive(parent: string | null): void {
    const { ending } = this;
    Object.assign(ending, { status: 'RUNNING', output: null, error: null, cause: null, stopDate: null, parent });
    ending.redriveCount += 1;
    ending.redriveDate = this.now;
    this.emit(ending.events, 'ExecutionRedriven', () => ({ redriveCount: ending.redriveCount }));
    this.#limit();
    for (const branch of this.#suspended.splice(0)) this.resume(branch, new Redriven());
  }
}
