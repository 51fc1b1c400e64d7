import { type EndedEntry, type Entry, parseEntry, type StartedEntry } from './engine/effect.ts';
import type { HistoryEvent } from './engine/history.ts';
import { type Command, Run, type RunContext } from './engine/run.ts';
import type { ExecutionRecord, JournalStore } from './journal/journal-store.ts';

/** What an execution needs done around it. */
export interface ExecutionHost {
  readonly journal: JournalStore;
  /** Carries out what the run asks for. */
  dispatch(execution: Execution, command: Command): void;
  /** The run has come to an end, and that is durable. */
  ended(execution: Execution): Promise<void>;
}

/**
 * A live execution: its journal, and the run that the journal makes. Whatever happens to it is first written, then
 * applied, then acted upon, in the order in which it happened.
 */
export class Execution {
  readonly run: Run;
  readonly start: StartedEntry;
  /** The journal, line by line. */
  readonly lines: string[];
  /** How many lines have been applied. */
  applied = 0;
  /** The task of another execution that last started or redrove this one. */
  parent: string | null;

  /** Nested executions being stopped. */
  readonly closing: Promise<void>[] = [];
  /** True while what was under way at the last stop of the process is asked for again. */
  resuming = false;
  /** The telling of the changes of status, one after the other. */
  announcing: Promise<void> = Promise.resolve();
  /** True once it has been told that the execution runs; the next outcome's entry says so. */
  told = false;
  #toldWritten = false;

  readonly #host: ExecutionHost;
  #tail: Promise<void> = Promise.resolve();

  constructor(host: ExecutionHost, context: RunContext, start: StartedEntry, lines: string[]) {
    this.#host = host;
    this.start = start;
    this.lines = lines;
    this.parent = start.parent;
    this.run = new Run(context, start);
  }

  /** Writes an entry and applies it; resolves when both are done. */
  record(entry: Entry): Promise<void> {
    const line = JSON.stringify(
      entry.type === 'outcome' && this.told && !this.#toldWritten ? { ...entry, told: true } : entry,
    );
    this.#toldWritten ||= this.told;
    const sequence = this.lines.push(line) - 1;
    const durable = this.#host.journal.append(this.start.executionArn, sequence, line);
    return this.#enqueue(async () => {
      await durable;
      await this.#apply(entry);
    });
  }

  /** Applies an entry that is already written. */
  begin(entry: Entry): Promise<void> {
    return this.#enqueue(() => this.#apply(entry));
  }

  /** Goes through the journal without acting on it, then takes up what was under way. */
  async replay(): Promise<void> {
    for (const line of this.lines) {
      const entry = parseEntry(line);
      if (entry.type === 'redriven') Object.assign(this, { parent: entry.parent, told: false });
      if (entry.type === 'outcome' && entry.told) this.told = true;
      await this.run.apply(entry);
      this.applied += 1;
    }
  }

  /** Asks again for everything that was under way when the process stopped. */
  async resume(): Promise<void> {
    const commands = this.run.commands.splice(0);
    const { pending } = this.run;
    this.resuming = true;
    for (const command of commands) {
      if (command.kind === 'cancel' || pending.has(command.pending.id)) this.#host.dispatch(this, command);
    }
    this.resuming = false;
    if (this.run.status !== 'RUNNING') await this.#enqueue(() => this.#host.ended(this));
  }

  /** Resolves when everything recorded so far has been applied. */
  get settled(): Promise<void> {
    return this.#tail;
  }

  /** Resolves when an execution that has ended has been told of, and its journal compacted. */
  async concluded(): Promise<void> {
    await this.#tail;
    await this.announcing;
  }

  /** What lists show of it. */
  get summary(): ExecutionRecord {
    const { run, start } = this;
    return {
      executionArn: start.executionArn,
      stateMachineArn: start.stateMachineArn,
      name: start.name,
      startDate: start.at,
      status: run.status,
      stopDate: run.stopDate,
      redriveCount: run.redriveCount,
      redriveDate: run.redriveDate,
    };
  }

  /** How it ended, as the last line of a compacted journal says it. */
  get ending(): EndedEntry {
    const { status, output, error, cause, events, now } = this.run;
    return { type: 'ended', at: now, status, output, error, cause, events };
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#tail = this.#tail.then(work);
    return this.#tail;
  }

  async #apply(entry: Entry): Promise<void> {
    const running = this.run.status === 'RUNNING';
    await this.run.apply(entry);
    this.applied += 1;
    for (const command of this.run.commands.splice(0)) this.#host.dispatch(this, command);
    if (running && this.run.status !== 'RUNNING') await this.#host.ended(this);
  }
}

/** The history that a journal makes. */
export async function replayHistory(context: RunContext, lines: readonly string[]): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  const [first, ...rest] = lines.map(parseEntry);
  if (first?.type !== 'started') return events;
  const run = new Run({ ...context, onEvent: (event) => events.push(event) }, first);
  for (const entry of [first, ...rest]) await run.apply(entry);
  return events;
}
