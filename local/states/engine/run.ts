import { createHash } from 'node:crypto';
import { type Sources, seededRandom } from '../../jsonata/functions.ts';
import { type Json, parseJson } from '../../jsonata/json.ts';
import type { Machine } from '../language/definition.ts';
import { type Ending, type Entry, type Outcome, RUNNING, type StartedEntry } from '../records.ts';
import { runBlock } from './block.ts';
import { Branch } from './branch.ts';
import type { Pending } from './effect.ts';
import { HistoryFull } from './errors.ts';

/** The most events an execution may have (AWS quota); the last of them says that it failed. */
export const EVENT_LIMIT = 25_000;

/** An event, as the API gives it but for the name of its details. The date is in epoch milliseconds. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly details: { readonly [key: string]: Json | undefined } | undefined;
}

/** How an execution may end, as the last event says it. */
const ENDS = { SUCCEEDED: 'Succeeded', FAILED: 'Failed', TIMED_OUT: 'TimedOut', ABORTED: 'Aborted' };
const BEGUN = { ...RUNNING, redriveCount: 0, redriveDate: null, events: 0, entries: 0 };

type Result = Partial<Pick<Ending, 'output' | 'error' | 'cause'>>;

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
  readonly #ready: { branch: Branch; outcome: Outcome | undefined }[] = [];
  /** The branches that begin anew, with the states they are in, when the execution is redriven. */
  readonly suspended: Branch[] = [];

  constructor(
    readonly context: RunContext,
    readonly start: StartedEntry,
  ) {
    const { executionArn, stateMachineArn, revisionId, name, input, parent, at: startDate } = start;
    this.input = parseJson(input);
    this.now = startDate;
    this.random = seededRandom(start.seed);
    // What is spread comes last: before so many others, it makes an object that is slow to use.
    this.ending = { executionArn, stateMachineArn, revisionId, name, input, parent, startDate, ...BEGUN };
  }

  get running(): boolean {
    return this.ending.status === 'RUNNING';
  }

  /** Applies the next entry of the journal, until every branch waits. */
  apply(entry: Entry): void {
    this.ending.entries += 1;
    if (!this.#concerns(entry)) return;
    this.now = Math.max(this.now, entry.at);
    if (entry.type === 'outcome') this.#outcome(entry.effect, entry.outcome);
    else if (entry.type === 'stopped') this.end('ABORTED', 0, { error: entry.error, cause: entry.cause });
    else if (entry.type === 'redriven') this.#redriven(entry.parent);
    else this.#started();
    this.#takeTurns();
  }

  /** Applies a journal. */
  replay(entries: readonly Entry[]): this {
    for (const entry of entries) this.apply(entry);
    return this;
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
        if (!next.branch.abandoned) next.branch.step(next.outcome);
      }
    } catch (full) {
      if (!(full instanceof HistoryFull)) throw full;
      const cause = `The execution reached the maximum number of history events (${EVENT_LIMIT}).`;
      this.end('FAILED', this.ending.events, { error: 'States.Runtime', cause });
    }
  }

  /** Records an event and gives its id. @throws HistoryFull when only the execution's last event has room */
  emit(previousEventId: number, type: string, details?: () => HistoryEvent['details']): number {
    if (this.ending.events >= EVENT_LIMIT - 1 && !type.startsWith('Execution')) throw new HistoryFull();
    this.ending.events += 1;
    const id = this.ending.events;
    this.context.onEvent?.({ id, previousEventId, timestamp: this.now, type, details: details?.() });
    return id;
  }

  /** Lets a branch begin with the state it is in, or its first. */
  begin(branch: Branch): void {
    branch.routine = runBlock(branch);
    this.resume(branch);
  }

  /** Lets a branch go on when its turn comes. */
  resume(branch: Branch, outcome?: Outcome): void {
    this.#ready.push({ branch, outcome });
  }

  /** Asks the world for something. */
  ask(pending: Pending): Pending {
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

  /** Ends the execution: its last event, with what that shows. Branches stay as they are, so that a redrive can go on. */
  end(status: keyof typeof ENDS, previousEventId: number, result: Result, shown = result): void {
    this.emit(previousEventId, `Execution${ENDS[status]}`, () => shown);
    const { output = null, error = null, cause = null } = result;
    Object.assign(this.ending, { status, stopDate: this.now, output, error, cause });
    for (const pending of this.pending.values()) {
      this.drop(pending, true);
      if (pending.branch !== undefined) this.suspended.push(pending.branch);
    }
  }

  /** The token that answers a task: it names the task, and cannot be guessed. */
  token(effectId: string): string {
    const { seed, executionArn } = this.start;
    const proof = createHash('sha256').update(`${seed} ${executionArn} ${effectId}`).digest('hex');
    return Buffer.from(`${executionArn}|${effectId}|${proof.slice(0, 32)}`).toString('base64url');
  }

  #started(): void {
    const { start, context, input } = this;
    this.emit(0, 'ExecutionStarted', () => ({ input: start.input, roleArn: context.roleArn }));
    this.#limit();
    this.begin(new Branch(this, { block: context.machine, input }));
  }

  #outcome(effect: string, outcome: Outcome): void {
    const pending = this.pending.get(effect);
    if (pending !== undefined) pending.submitted ||= outcome.kind === 'submitted';
    if (pending?.branch !== undefined) this.resume(pending.branch, outcome);
    else this.end('TIMED_OUT', 0, {}, { error: 'States.Timeout' });
  }

  #redriven(parent: string | null): void {
    const { ending } = this;
    const redriveCount = ending.redriveCount + 1;
    Object.assign(ending, { ...RUNNING, parent, redriveCount, redriveDate: this.now });
    this.emit(ending.events, 'ExecutionRedriven', () => ({ redriveCount }));
    this.#limit();
    for (const branch of this.suspended.splice(0)) {
      branch.restart();
      this.begin(branch);
    }
  }

  #limit(): void {
    const { TimeoutSeconds } = this.context.machine;
    if (TimeoutSeconds === undefined) return;
    const deadline = this.now + TimeoutSeconds * 1000;
    this.ask({ id: 'timeout', effect: { kind: 'timer', deadline, eager: false } });
  }
}
