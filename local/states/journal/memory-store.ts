import type {
  ExecutionPage,
  ExecutionQuery,
  ExecutionRecord,
  JournalStore,
  LiveJournal,
  MachineRecord,
} from './journal-store.ts';

/** A journal that is as durable as the object that holds it: for tests, and for measuring what durability costs. */
export class MemoryStore implements JournalStore {
  readonly #machines = new Map<string, MachineRecord>();
  readonly #revisions = new Map<string, MachineRecord>();
  readonly #records = new Map<string, ExecutionRecord>();
  readonly #live = new Map<string, string[]>();
  readonly #archive = new Map<string, readonly string[]>();

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

  async create(record: ExecutionRecord, entry: string, unique: boolean): Promise<boolean> {
    if (unique && this.#records.has(record.executionArn)) return false;
    this.#records.set(record.executionArn, record);
    this.#live.set(record.executionArn, [entry]);
    return true;
  }

  async append(executionArn: string, sequence: number, entry: string): Promise<void> {
    const journal = this.#live.get(executionArn);
    if (journal !== undefined) journal[sequence] = entry;
  }

  async finish(record: ExecutionRecord, entries: readonly string[]): Promise<void> {
    this.#records.set(record.executionArn, record);
    this.#archive.set(record.executionArn, [...entries]);
    this.#live.delete(record.executionArn);
  }

  async reopen(record: ExecutionRecord, entries: readonly string[]): Promise<void> {
    this.#records.set(record.executionArn, record);
    this.#live.set(record.executionArn, [...entries]);
    this.#archive.delete(record.executionArn);
  }

  async *live(): AsyncIterable<LiveJournal> {
    for (const [executionArn, entries] of [...this.#live]) yield { executionArn, entries: [...entries] };
  }

  async record(executionArn: string): Promise<ExecutionRecord | undefined> {
    return this.#records.get(executionArn);
  }

  async archived(executionArn: string): Promise<string[]> {
    return [...(this.#archive.get(executionArn) ?? [])];
  }

  async list(query: ExecutionQuery): Promise<ExecutionPage> {
    const matching = [...this.#records.values()]
      .filter((record) => record.stateMachineArn === query.stateMachineArn)
      .filter((record) => query.status === undefined || record.status === query.status)
      .sort((a, b) => b.startDate - a.startDate || b.name.localeCompare(a.name));
    const from = query.after === undefined ? 0 : Number(query.after);
    const next = from + query.limit;
    return {
      records: matching.slice(from, next),
      ...(next < matching.length ? { next: String(next) } : {}),
    };
  }

  async expire(before: number): Promise<number> {
    const old = [...this.#records.values()].filter((record) => record.stopDate !== null && record.stopDate < before);
    for (const { executionArn } of old) {
      this.#records.delete(executionArn);
      this.#archive.delete(executionArn);
    }
    return old.length;
  }
}
