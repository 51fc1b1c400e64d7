import {
  type ExecutionQuery,
  type ExecutionRecord,
  type Journal,
  type JournalStore,
  listPosition,
  type MachineRecord,
} from './journal-store.ts';

/** A journal that is as durable as the object that holds it: for tests, and for measuring what durability costs. */
export class MemoryStore implements JournalStore {
  readonly #machines = new Map<string, MachineRecord>();
  readonly #revisions = new Map<string, MachineRecord>();
  readonly #live = new Map<string, string[]>();
  readonly #finished = new Map<string, { record: ExecutionRecord; entries: readonly string[] }>();

  async open(): Promise<void> {
    // What is in memory is ready.
  }

  async close(): Promise<void> {
    // And needs no closing.
  }

  async machines(): Promise<MachineRecord[]> {
    return [...this.#machines.values()];
  }

  async saveMachine(machine: MachineRecord): Promise<void> {
    this.#machines.set(machine.stateMachineArn, machine);
    this.#revisions.set(`${machine.stateMachineArn}#${machine.revisionId}`, machine);
  }

  async removeMachine(stateMachineArn: string): Promise<void> {
    this.#machines.delete(stateMachineArn);
  }

  async revision(stateMachineArn: string, revisionId: string): Promise<MachineRecord | undefined> {
    return this.#revisions.get(`${stateMachineArn}#${revisionId}`);
  }

  async append(executionArn: string, sequence: number, entry: string): Promise<void> {
    if (sequence === 0) this.#live.set(executionArn, []);
    const journal = this.#live.get(executionArn);
    if (journal !== undefined) journal[sequence] = entry;
  }

  async finish(record: ExecutionRecord, entries: readonly string[]): Promise<void> {
    this.#finished.set(record.executionArn, { record, entries });
    this.#live.delete(record.executionArn);
  }

  async reopen(executionArn: string, entries: readonly string[]): Promise<void> {
    this.#live.set(executionArn, [...entries]);
    this.#finished.delete(executionArn);
  }

  async *live(): AsyncIterable<Journal> {
    for (const [executionArn, entries] of [...this.#live]) yield { executionArn, entries: [...entries] };
  }

  async isFinished(executionArn: string): Promise<boolean> {
    return this.#finished.has(executionArn);
  }

  async finished(executionArn: string): Promise<{ record: ExecutionRecord; entries: string[] } | undefined> {
    const kept = this.#finished.get(executionArn);
    return kept === undefined ? undefined : { record: kept.record, entries: [...kept.entries] };
  }

  async list({ stateMachineArn, status, limit, after }: ExecutionQuery): Promise<ExecutionRecord[]> {
    return [...this.#finished.values()]
      .map(({ record }) => record)
      .filter((record) => record.stateMachineArn === stateMachineArn)
      .filter((record) => status === undefined || record.status === status)
      .filter((record) => after === undefined || listPosition(record) < after)
      .sort((a, b) => (listPosition(a) < listPosition(b) ? 1 : -1))
      .slice(0, limit);
  }

  async expire(before: number): Promise<number> {
    const old = [...this.#finished.values()].filter(({ record }) => (record.stopDate ?? before) < before);
    for (const { record } of old) this.#finished.delete(record.executionArn);
    return old.length;
  }
}
