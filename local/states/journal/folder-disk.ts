import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { damaged } from '../../data-folder/damaged.ts';
import { LineFile, readWholeLines } from '../../data-folder/line-file.ts';
import type { Disk, Place } from './disk.ts';

/** The most bytes of an archive file; one goes when the last execution in it is too old. */
const ARCHIVE = 8_000_000;

/** A folder: `log.jsonl`, and the archive in `archive-1.jsonl`, `archive-2.jsonl`… */
export class FolderDisk implements Disk {
  readonly #folder: string;
  readonly #largest: number;
  readonly #files = new Map<number, LineFile>();
  #log: LineFile;
  #current = 1;

  constructor(folder: string, largestArchive = ARCHIVE) {
    this.#folder = folder;
    this.#largest = largestArchive;
    this.#log = new LineFile(join(folder, 'log.jsonl'), 0);
  }

  get logged(): number {
    return this.#log.size;
  }

  async open(onArchived: (line: string, place: Place) => void, onLogged: (line: string) => void): Promise<void> {
    const found = readdirSync(this.#folder).flatMap((name) => /^archive-(\d+)\.jsonl$/.exec(name)?.[1] ?? []);
    for (const file of found.map(Number).sort((a, b) => a - b)) {
      const { path } = this.#archive(file);
      const size = eachLine(path, (line, at, length) => onArchived(line, { file, at, length }));
      this.#files.set(file, new LineFile(path, size));
      this.#current = file;
    }
    this.#log = new LineFile(this.#log.path, eachLine(this.#log.path, onLogged));
  }

  log(...lines: string[]): Promise<number> {
    return this.#log.append(lines.join('\n'));
  }

  relog(lines: readonly string[]): Promise<void> {
    return this.#log.replace(lines);
  }

  async archive(line: string): Promise<Place> {
    if (this.#archive(this.#current).size > this.#largest) this.#current += 1;
    const file = this.#current;
    const at = await this.#archive(file).append(line);
    return { file, at, length: Buffer.byteLength(line) };
  }

  read({ file, at, length }: Place): Promise<string> {
    return this.#archive(file).read(at, length);
  }

  keep(files: ReadonlySet<number>): void {
    for (const [file, { path }] of this.#files) {
      if (files.has(file) || file === this.#current) continue;
      this.#files.delete(file);
      rmSync(path, { force: true });
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#log, ...this.#files.values()].map((file) => file.close()));
  }

  #archive(file: number): LineFile {
    const known = this.#files.get(file) ?? new LineFile(join(this.#folder, `archive-${file}.jsonl`), 0);
    this.#files.set(file, known);
    return known;
  }
}

/** Hands over every line of a file; gives its size in bytes. @throws StartError if one is refused */
function eachLine(path: string, take: (line: string, at: number, length: number) => void): number {
  const content = readWholeLines(path);
  try {
    for (let at = 0; at < content.length; ) {
      const end = content.indexOf('\n', at);
      take(content.toString('utf8', at, end), at, end - at);
      at = end + 1;
    }
  } catch (error) {
    throw damaged(path, error);
  }
  return content.length;
}
