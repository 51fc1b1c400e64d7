import type { HistoryEvent } from './engine/history.ts';
import { Run, type RunContext } from './engine/run.ts';
import { type Entry, parseEntry, parseStart } from './journal/records.ts';

/** A live execution: the run that its journal makes, and what goes on around it. */
export class Execution extends Run {
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

  override apply(entry: Entry): void {
    if (entry.type === 'outcome') this.told ||= entry.told ?? false;
    if (entry.type === 'redriven') this.told = false;
    super.apply(entry);
  }
}

/** Goes through a journal; what that asks of the world is still to be carried out. */
export function replay(context: RunContext, entries: readonly string[]): Execution {
  const execution = new Execution(context, parseStart(entries[0]));
  for (const line of entries) execution.apply(parseEntry(line));
  return execution;
}

/** The history that a journal makes. */
export function replayHistory(context: RunContext, entries: readonly string[]): HistoryEvent[] {
  const events: HistoryEvent[] = [];
  replay({ ...context, onEvent: (event) => events.push(event) }, entries);
  return events;
}
