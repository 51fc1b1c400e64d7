import type { Disk, Place } from './disk.ts';

const DONE = Promise.resolve();

/** As durable as the object itself: for tests, and for measuring what durability costs. */
export class MemoryDisk implements Disk {
  logged = 0;
  #log: string[] = [];
  readonly #archive = new Map<number, string>();
  #archived = 0;

  async open(onArchived: (line: string, place: Place) => void, onLogged: (line: string) => void): Promise<void> {
    for (const [file, line] of this.#archive) onArchived(line, { file, at: 0, length: line.length });
    for (const line of this.#log) onLogged(line);
  }

  log(...lines: string[]): Promise<void> {
    for (const line of lines) {
      this.logged += line.length;
      this.#log.push(line);
    }
    return DONE;
  }

  async relog(lines: readonly string[]): Promise<void> {
    this.#log = [...lines];
    this.logged = lines.reduce((size, line) => size + line.length, 0);
  }

  async archive(line: string): Promise<Place> {
    this.#archived += 1;
    this.#archive.set(this.#archived, line);
    return { file: this.#archived, at: 0, length: line.length };
  }

  async read({ file }: Place): Promise<string> {
    return this.#archive.get(file) ?? '';
  }

  keep(files: ReadonlySet<number>): void {
    for (const file of this.#archive.keys()) if (!files.has(file)) this.#archive.delete(file);
  }

  async close(): Promise<void> {
    // What is in memory needs no closing.
  }
}
