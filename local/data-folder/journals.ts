import type { Lines } from './line-file.ts';
import type { LineFolder } from './line-folder.ts';

/** What the entries of journals are, and what is kept of those that have finished. */
export interface JournalKind<E, S> {
  /** Reads an entry. @throws if it is none */
  readonly entry: (text: string) => E;
  /** Reads a summary. @throws if it is none */
  readonly summary: (text: string) => S;
  /** A summary without what may be long: memory keeps it of every finished journal. */
  readonly brief: (summary: S) => S;
}

/** The least bytes of a log that is written anew, without what nobody needs; then it is whenever it has doubled. */
const WORTH_REWRITING = 4_000_000;

/** An archive holds the journals that finished on one day, in milliseconds. */
const DAY = 86_400_000;
const archiveOf = (day: number) => `archive-${day}.jsonl`;

/**
 * Journals by their keys, each an append-only list of entries. Those that go on share the log, a line an entry,
 * `key<tab>number<tab>entry`. One that has finished is a line of the archive of its last day,
 * `key<tab>summary<tab>entry<tab>entry…`: it is finished if and only if it is there, whatever the log still holds of it.
 */
export class Journals<E, S> {
  readonly #folder: LineFolder;
  readonly #kind: JournalKind<E, S>;
  readonly #archives = new Map<number, Lines>();
  readonly #log: Lines;
  readonly #live = new Map<string, string[]>();
  readonly #finished = new Map<string, { day: number; summary: S; entries: number; at: number; bytes: number }>();
  readonly #worthRewriting: number;
  #rewriteAt: number;

  /** Reads everything. @throws StartError if it is damaged */
  constructor(folder: LineFolder, kind: JournalKind<E, S>, worthRewriting = WORTH_REWRITING) {
    this.#folder = folder;
    this.#kind = kind;
    this.#worthRewriting = worthRewriting;
    this.#rewriteAt = worthRewriting;
    const days = folder.names().flatMap((name) => /^archive-(\d+)\.jsonl$/.exec(name)?.[1] ?? []);
    // What has gone on since it first finished is in a later archive too.
    for (const day of days.map(Number).sort((a, b) => a - b)) this.#archive(day);
    this.#log = folder.open('log.jsonl', (line) => {
      const [key = '', number, text = ''] = line.split('\t');
      kind.entry(text);
      this.#add(key, number === '0', text);
    });
    for (const [key, entries] of this.#live) {
      const finished = this.#finished.get(key);
      if (finished !== undefined && finished.entries >= entries.length) this.#live.delete(key);
      else this.#finished.delete(key);
    }
  }

  /** Waits for what is being written; nothing is written from then on. */
  async close(): Promise<void> {
    await Promise.all([this.#log, ...this.#archives.values()].map((lines) => lines.close()));
  }

  /** The journals that go on. */
  *live(): Generator<[key: string, entries: E[]]> {
    for (const [key, entries] of this.#live) yield [key, entries.map(this.#kind.entry)];
  }

  /** Adds an entry to a journal that goes on; the first begins it. Resolves when a power cut would spare it. */
  append(key: string, entry: E): Promise<unknown> {
    const text = JSON.stringify(entry);
    const number = this.#live.get(key)?.length ?? 0;
    this.#add(key, number === 0, text);
    return this.#log.append(`${key}\t${number}\t${text}`);
  }

  /** Archives a journal. @param at when it finished, in epoch milliseconds */
  async finish(key: string, at: number, summary: S): Promise<void> {
    const entries = this.#live.get(key) ?? [];
    const line = [key, JSON.stringify(summary), ...entries].join('\t');
    const day = Math.floor(at / DAY);
    const place = { day, at: await this.#archive(day).append(line), bytes: Buffer.byteLength(line) };
    this.#finished.set(key, { ...place, summary: this.#kind.brief(summary), entries: entries.length });
    this.#live.delete(key);
    if (this.#log.size >= this.#rewriteAt) await this.#rewrite();
  }

  /** Lets a finished journal go on, with one more entry. */
  reopen(key: string, entries: readonly E[], entry: E): Promise<unknown> {
    const lines = [...entries, entry].map((each) => JSON.stringify(each));
    this.#finished.delete(key);
    this.#live.set(key, lines);
    return this.#log.append(...numbered([key, lines]));
  }

  isFinished(key: string): boolean {
    return this.#finished.has(key);
  }

  /** A finished journal, whole. */
  async finished(key: string): Promise<{ summary: S; entries: E[] } | undefined> {
    const found = this.#finished.get(key);
    if (found === undefined) return undefined;
    const [, summary = '', ...entries] = (await this.#archive(found.day).read(found.at, found.bytes)).split('\t');
    return { summary: this.#kind.summary(summary), entries: entries.map(this.#kind.entry) };
  }

  /** The entries of a journal, whether it goes on or has finished. */
  async entries(key: string): Promise<E[]> {
    return this.#live.get(key)?.map(this.#kind.entry) ?? (await this.finished(key))?.entries ?? [];
  }

  /** What is kept in memory of every finished journal. */
  summaries(): S[] {
    return [...this.#finished.values()].map(({ summary }) => summary);
  }

  /** Forgets the days that are wholly before an instant, in epoch milliseconds. */
  async expire(before: number): Promise<void> {
    const first = Math.floor(before / DAY);
    for (const [key, { day }] of this.#finished) if (day < first) this.#finished.delete(key);
    const old = [...this.#archives].filter(([day]) => day < first);
    // What the log still holds of them must not come to life again once nothing says that it is finished.
    if (old.length > 0) await this.#rewrite();
    for (const [day, lines] of old) {
      this.#archives.delete(day);
      this.#folder.remove(archiveOf(day));
      await lines.close();
    }
  }

  /** Writes the log anew, without what nobody needs any more. */
  #rewrite(): Promise<void> {
    const rewritten = this.#log.replace([...this.#live].flatMap(numbered));
    this.#rewriteAt = Math.max(this.#worthRewriting, 2 * this.#log.size);
    return rewritten;
  }

  #archive(day: number): Lines {
    const known = this.#archives.get(day);
    if (known !== undefined) return known;
    const opened = this.#folder.open(archiveOf(day), (line, at) => {
      const [key = '', text = '', ...entries] = line.split('\t');
      const summary = this.#kind.brief(this.#kind.summary(text));
      this.#finished.set(key, { day, at, bytes: Buffer.byteLength(line), summary, entries: entries.length });
    });
    this.#archives.set(day, opened);
    return opened;
  }

  #add(key: string, first: boolean, text: string): void {
    const entries = this.#live.get(key);
    if (first || entries === undefined) this.#live.set(key, [text]);
    else entries.push(text);
  }
}

/** The lines of a journal in the log. */
function numbered([key, entries]: [key: string, entries: readonly string[]]): string[] {
  return entries.map((entry, number) => `${key}\t${number}\t${entry}`);
}
