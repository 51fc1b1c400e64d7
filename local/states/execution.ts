import type { HistoryEvent } from './engine/history.ts';
import { Run, type RunContext } from './engine/run.ts';
import { type Ending, type Entry, parseEntry, parseStart, type StartedEntry } from './journal/records.ts';

/** A live execution: the run that its journal makes, and what goes on around it. */
export class Execution {
  readonly run: Run;
  readonly start: StartedEntry;
  /** The task of another execution that last started or redrove this one. */
  parent: string | null;
  /** How many entries of the journal have been applied. */
  applied = 0;
  /** Resolves when the start, or the redrive, is durable. */
  begun: Promise<unknown> = Promise.resolve();
  /** True once it has been told that the execution runs. */
  told = false;
  /** The telling of the changes of status, one after the other. */
  announcing: Promise<void> = Promise.resolve();
  /** Once it has ended: resolves when that has been told, and the journal archived. */
  concluded: Promise<void> | undefined;
  /** Nested executions being stopped. */
  readonly closing: Promise<void>[] = [];

  constructor(context: RunContext, start: StartedEntry) {
    this.run = new Run(context, start);
    this.start = start;
    this.parent = start.parent;
  }

  apply(entry: Entry): void {
    if (entry.type === 'outcome') this.told ||= entry.told ?? false;
    if (entry.type === 'redriven') Object.assign(this, { parent: entry.parent, told: false });
    this.run.apply(entry);
    this.applied += 1;
  }

  /** Goes through a journal; what it asks of the world stands in the run's commands. */
  replay(entries: readonly string[]): void {
    for (const line of entries) this.apply(parseEntry(line));
  }

  /** How it stands. */
  get ending(): Ending {
    const { start, run } = this;
    return {
      executionArn: start.executionArn,
      stateMachineArn: start.stateMachineArn,
      name: start.name,
      startDate: start.at,
      status: run.status,
      stopDate: run.stopDate,
      redriveCount: run.redriveCount,
      redriveDate: run.redriveDate,
      output: run.output,
      error: run.error,
      cause: run.cause,
      events: run.events,
      entries: this.applied,
      parent: this.parent,
    };
  }
}

/** The history that a journal makes. */
export function replayHistory(context: RunContext, entries: readonly string[]): HistoryEvent[] {
  const events: HistoryEvent[] = [];
  new Execution({ ...context, onEvent: (event) => events.push(event) }, parseStart(entries[0])).replay(entries);
  return events;
}
