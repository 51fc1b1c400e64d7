import type { Lines } from '../../data-folder/line-file.ts';
import type { LineFolder } from '../../data-folder/line-folder.ts';
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

/** An archive holds the executions that ended on one day. */
const DAY = 86_400_000;
const LOG = 'log.jsonl';

/**
 * The journals of executions, each an append-only list of entries, and the machines they run. Journals of executions
 * that run share the log, a line an entry, `ARN<tab>entry`; beside them are machines, `machine<tab>record`, and the ARNs
 * of those deleted. A finished execution is one line of the archive of its last day, `ending<tab>entry<tab>entry…`. An
 * execution is finished if and only if it is archived, whatever the log still holds of it.
 */
export class Journal {
  readonly #folder: LineFolder;
  readonly #archives = new Map<number, Lines>();
  #log: Lines | undefined;
  readonly #machines = new Map<string, MachineRecord>();
  readonly #revisions = new Map<string, MachineRecord>();
  readonly #live = new Map<string, string[]>();
  readonly #finished = new Map<string, { ending: Ending; at: number; bytes: number }>();
  readonly #worthRewriting: number;
  #rewriteAt: number;

  constructor(folder: LineFolder, worthRewriting = WORTH_REWRITING) {
    this.#folder = folder;
    this.#worthRewriting = worthRewriting;
    this.#rewriteAt = worthRewriting;
  }

  open(): void {
    for (const name of this.#folder.names()) {
      const [, day] = /^archive-(\d+)\.jsonl$/.exec(name) ?? [];
      if (day !== undefined) this.#archive(Number(day));
    }
    this.#log = this.#folder.open(LOG, (line) => this.#read(line));
    for (const [executionArn, entries] of this.#live) {
      const archived = this.#finished.get(executionArn)?.ending;
      // Redriven since, or another execution of a name that had expired.
      const since = archived !== undefined && archived.entries < entries.length;
      if (since || archived?.startDate !== parseStart(entries[0]).at) this.#finished.delete(executionArn);
      else this.#live.delete(executionArn);
    }
  }

  /** Waits for what is being written; nothing is written from then on. */
  async close(): Promise<void> {
    await Promise.all([this.#lines, ...this.#archives.values()].map((lines) => lines.close()));
  }

  machines(): MachineRecord[] {
    return [...this.#machines.values()];
  }

  /** A machine as it stands; or as it was at a revision, though it be deleted since, for executions of that time. */
  machine(stateMachineArn: string, revisionId?: string): MachineRecord | undefined {
    return revisionId === undefined ? this.#machines.get(stateMachineArn) : this.#revisions.get(revisionId);
  }

  async saveMachine(machine: MachineRecord): Promise<void> {
    this.#keep(machine);
    await this.#lines.append(`machine\t${JSON.stringify(machine)}`);
  }

  async removeMachine(stateMachineArn: string): Promise<void> {
    this.#machines.delete(stateMachineArn);
    await this.#lines.append(`deleted\t${stateMachineArn}`);
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
    return this.#lines.append(`${executionArn}\t${text}`);
  }

  /** Archives the journal of an execution that has ended. */
  async finish(ended: Ending): Promise<void> {
    const line = `${JSON.stringify(ended)}\t${this.entries(ended.executionArn).join('\t')}`;
    this.#archived(ended, line, await this.#archive(dayOf(ended)).append(line));
    this.#live.delete(ended.executionArn);
    if (this.#lines.size >= this.#rewriteAt) await this.#rewrite();
  }

  /** Makes a finished execution live again, with one more entry. */
  reopen(executionArn: string, entries: readonly string[], entry: Entry): Promise<unknown> {
    this.#finished.delete(executionArn);
    const lines = [...entries, JSON.stringify(entry)];
    this.#live.set(executionArn, lines);
    return this.#lines.append(...linesOf(executionArn, lines));
  }

  isFinished(executionArn: string): boolean {
    return this.#finished.has(executionArn);
  }

  /** A finished execution and its journal. */
  async finished(executionArn: string): Promise<{ ending: Ending; entries: string[] } | undefined> {
    const found = this.#finished.get(executionArn);
    if (found === undefined) return undefined;
    const [first = '', ...entries] = (await this.#archive(dayOf(found.ending)).read(found.at, found.bytes)).split('\t');
    return { ending: ending.parse(JSON.parse(first)), entries };
  }

  /** Every finished execution, without what may be long. */
  summaries(): Ending[] {
    return [...this.#finished.values()].map((finished) => finished.ending);
  }

  /** Forgets the executions that finished before the instant. */
  async expire(before: number): Promise<void> {
    for (const [executionArn, { ending }] of this.#finished)
      if ((ending.stopDate ?? before) < before) this.#finished.delete(executionArn);
    const old = [...this.#archives].filter(([day]) => day < Math.floor(before / DAY));
    // What the log still holds of them must not come to life again once nothing says that it is finished.
    if (old.length > 0) await this.#rewrite();
    for (const [day, lines] of old) {
      this.#archives.delete(day);
      this.#folder.remove(archiveOf(day));
      await lines.close();
    }
  }

  #rewrite(): Promise<void> {
    const rewritten = this.#lines.replace(this.#needed());
    this.#rewriteAt = Math.max(this.#worthRewriting, 2 * this.#lines.size);
    return rewritten;
  }

  get #lines(): Lines {
    if (this.#log === undefined) throw new Error('The journal is not open');
    return this.#log;
  }

  #archive(day: number): Lines {
    const known = this.#archives.get(day);
    if (known !== undefined) return known;
    const opened = this.#folder.open(archiveOf(day), (line, at) =>
      this.#archived(ending.parse(JSON.parse(line.slice(0, line.indexOf('\t')))), line, at),
    );
    this.#archives.set(day, opened);
    return opened;
  }

  #read(line: string): void {
    const tab = line.indexOf('\t');
    const [key, text] = [line.slice(0, tab), line.slice(tab + 1)];
    if (key === 'machine') this.#keep(machineRecord.parse(JSON.parse(text)));
    else if (key === 'deleted') this.#machines.delete(text);
    else this.#add(key, text, parseEntry(text).type === 'started');
  }

  #archived(ended: Ending, line: string, at: number): void {
    const light = { ...ended, output: null, cause: null };
    this.#finished.set(ended.executionArn, { ending: light, at, bytes: Buffer.byteLength(line) });
  }

  #keep(machine: MachineRecord): void {
    this.#machines.set(machine.stateMachineArn, machine);
    this.#revisions.set(machine.revisionId, machine);
  }

  #add(executionArn: string, text: string, first: boolean): void {
    const entries = this.#live.get(executionArn);
    if (first || entries === undefined) this.#live.set(executionArn, [text]);
    else entries.push(text);
  }

  /** The whole log, without what nobody needs any more. */
  #needed(): string[] {
    const machines = [...this.#revisions.values()];
    const deleted = new Set(machines.map(({ stateMachineArn }) => stateMachineArn).filter((arn) => !this.machine(arn)));
    return [
      ...machines.map((machine) => `machine\t${JSON.stringify(machine)}`),
      ...[...deleted].map((stateMachineArn) => `deleted\t${stateMachineArn}`),
      ...this.live().flatMap(([executionArn, entries]) => linesOf(executionArn, entries)),
    ];
  }
}

const dayOf = ({ stopDate }: Ending) => Math.floor((stopDate ?? 0) / DAY);
const archiveOf = (day: number) => `archive-${day}.jsonl`;

function linesOf(executionArn: string, entries: readonly string[]): string[] {
  return entries.map((entry) => `${executionArn}\t${entry}`);
}
