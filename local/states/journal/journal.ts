import type { Disk, Place } from './disk.ts';
import {
  type Ending,
  type Entry,
  ending,
  type MachineRecord,
  machineRecord,
  parseEntry,
  parseStart,
} from './records.ts';

/** The least bytes of a log that is written anew, without what nobody needs; then it is whenever it has doubled. */
const WORTH_REWRITING = 4_000_000;

/**
 * The journals of executions, each an append-only list of entries, and the machines they run. Journals of executions
 * that run share the log, a line an entry, `ARN<tab>entry`; beside them are machines, `machine<tab>record`, and the ARNs
 * of those deleted. A finished execution is one line of the archive: `ending<tab>entry<tab>entry…`. An execution is
 * finished if and only if it is archived, whatever the log still holds of it.
 */
export class Journal {
  readonly #disk: Disk;
  readonly #machines = new Map<string, MachineRecord>();
  readonly #revisions = new Map<string, MachineRecord>();
  readonly #live = new Map<string, string[]>();
  readonly #finished = new Map<string, { ending: Ending; place: Place }>();
  readonly #worthRewriting: number;
  #rewriteAt: number;

  constructor(disk: Disk, worthRewriting = WORTH_REWRITING) {
    this.#disk = disk;
    this.#worthRewriting = worthRewriting;
    this.#rewriteAt = worthRewriting;
  }

  async open(): Promise<void> {
    await this.#disk.open(
      (line, place) => {
        this.#archived(ending.parse(JSON.parse(line.slice(0, line.indexOf('\t')))), place);
      },
      (line) => this.#read(line),
    );
    for (const [executionArn, entries] of this.#live) {
      const archived = this.#finished.get(executionArn)?.ending;
      // Redriven since, or another execution of a name that had expired.
      const since = archived !== undefined && archived.entries < entries.length;
      if (since || archived?.startDate !== parseStart(entries[0]).at) this.#finished.delete(executionArn);
      else this.#live.delete(executionArn);
    }
  }

  /** Waits for what is being written; nothing is written from then on. */
  close(): Promise<void> {
    return this.#disk.close();
  }

  machines(): MachineRecord[] {
    return [...this.#machines.values()];
  }

  machine(stateMachineArn: string): MachineRecord | undefined {
    return this.#machines.get(stateMachineArn);
  }

  /** A machine as it was; kept though the machine is deleted, for the executions that began with it. */
  revision(stateMachineArn: string, revisionId: string): MachineRecord | undefined {
    return this.#revisions.get(`${stateMachineArn}#${revisionId}`);
  }

  async saveMachine(machine: MachineRecord): Promise<void> {
    this.#keep(machine);
    await this.#disk.log(`machine\t${JSON.stringify(machine)}`);
  }

  async removeMachine(stateMachineArn: string): Promise<void> {
    this.#machines.delete(stateMachineArn);
    await this.#disk.log(`deleted\t${stateMachineArn}`);
  }

  /** The live journals: of executions that run, or have not been told of. */
  live(): [executionArn: string, entries: readonly string[]][] {
    return [...this.#live];
  }

  entries(executionArn: string): readonly string[] {
    return this.#live.get(executionArn) ?? [];
  }

  /** Adds an entry to a live journal; the first begins it. Resolves when a power cut would spare it. */
  append(executionArn: string, entry: Entry): Promise<unknown> {
    const text = JSON.stringify(entry);
    this.#add(executionArn, text, entry.type === 'started');
    return this.#disk.log(`${executionArn}\t${text}`);
  }

  /** Archives the journal of an execution that has ended. */
  async finish(ended: Ending): Promise<void> {
    const { executionArn } = ended;
    const lines = this.entries(executionArn);
    this.#archived(ended, await this.#disk.archive(`${JSON.stringify(ended)}\t${lines.join('\t')}`));
    this.#live.delete(executionArn);
    if (this.#disk.logged < this.#rewriteAt) return;
    const rewritten = this.#disk.relog(this.#lines());
    this.#rewriteAt = Math.max(this.#worthRewriting, 2 * this.#disk.logged);
    await rewritten;
  }

  /** Makes a finished execution live again, with one more entry. */
  reopen(executionArn: string, entries: readonly string[], entry: Entry): Promise<unknown> {
    this.#finished.delete(executionArn);
    const lines = [...entries, JSON.stringify(entry)];
    this.#live.set(executionArn, lines);
    return this.#disk.log(...linesOf(executionArn, lines));
  }

  isFinished(executionArn: string): boolean {
    return this.#finished.has(executionArn);
  }

  /** A finished execution and its journal. */
  async finished(executionArn: string): Promise<{ ending: Ending; entries: string[] } | undefined> {
    const place = this.#finished.get(executionArn)?.place;
    if (place === undefined) return undefined;
    const [first = '', ...entries] = (await this.#disk.read(place)).split('\t');
    return { ending: ending.parse(JSON.parse(first)), entries };
  }

  /** Every finished execution, without what may be long. */
  summaries(): Ending[] {
    return [...this.#finished.values()].map((finished) => finished.ending);
  }

  /** Forgets the executions that finished before the instant. */
  expire(before: number): void {
    const needed = new Set<number>();
    for (const [executionArn, { ending, place }] of this.#finished) {
      if ((ending.stopDate ?? before) < before) this.#finished.delete(executionArn);
      else needed.add(place.file);
    }
    this.#disk.keep(needed);
  }

  #read(line: string): void {
    const tab = line.indexOf('\t');
    const [key, text] = [line.slice(0, tab), line.slice(tab + 1)];
    if (key === 'machine') this.#keep(machineRecord.parse(JSON.parse(text)));
    else if (key === 'deleted') this.#machines.delete(text);
    else this.#add(key, text, parseEntry(text).type === 'started');
  }

  #archived(ended: Ending, place: Place): void {
    this.#finished.set(ended.executionArn, { ending: { ...ended, output: null, cause: null }, place });
  }

  #keep(machine: MachineRecord): void {
    this.#machines.set(machine.stateMachineArn, machine);
    this.#revisions.set(`${machine.stateMachineArn}#${machine.revisionId}`, machine);
  }

  #add(executionArn: string, text: string, first: boolean): void {
    const entries = this.#live.get(executionArn);
    if (first || entries === undefined) this.#live.set(executionArn, [text]);
    else entries.push(text);
  }

  /** The whole log, without what nobody needs any more. */
  #lines(): string[] {
    const machines = [...this.#revisions.values()];
    const deleted = new Set(machines.map(({ stateMachineArn }) => stateMachineArn).filter((arn) => !this.machine(arn)));
    return [
      ...machines.map((machine) => `machine\t${JSON.stringify(machine)}`),
      ...[...deleted].map((stateMachineArn) => `deleted\t${stateMachineArn}`),
      ...this.live().flatMap(([executionArn, entries]) => linesOf(executionArn, entries)),
    ];
  }
}

function linesOf(executionArn: string, entries: readonly string[]): string[] {
  return entries.map((entry) => `${executionArn}\t${entry}`);
}
