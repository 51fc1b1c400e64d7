import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LineFile, type Lines } from './line-file.ts';

/** Lines by name. */
export interface LineFolder {
  names(): string[];
  /** Hands over the lines of a name, and takes more. @throws StartError if one is refused: they are damaged */
  open(name: string, take: (line: string, at: number) => void): Lines;
  remove(name: string): void;
}

/** Files of lines in a folder. */
export class FileFolder implements LineFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  names(): string[] {
    return readdirSync(this.#path);
  }

  open(name: string, take: (line: string, at: number) => void): Lines {
    return LineFile.open(join(this.#path, name), take);
  }

  remove(name: string): void {
    rmSync(join(this.#path, name), { force: true });
  }
}

/** As durable as the object itself: for tests, and for measuring what durability costs. */
export class MemoryFolder implements LineFolder {
  readonly #lines = new Map<string, MemoryLines>();

  names(): string[] {
    return [...this.#lines.keys()];
  }

  open(name: string, take: (line: string, at: number) => void): Lines {
    const lines = this.#lines.get(name) ?? new MemoryLines();
    this.#lines.set(name, lines);
    lines.forEach(take);
    return lines;
  }

  remove(name: string): void {
    this.#lines.delete(name);
  }

  /** Another folder with the lines of this one as they are now. */
  copy(): MemoryFolder {
    const copy = new MemoryFolder();
    for (const [name, lines] of this.#lines) copy.#lines.set(name, lines.copy());
    return copy;
  }
}

const DONE = Promise.resolve();

class MemoryLines implements Lines {
  size = 0;
  #lines: string[] = [];

  forEach(take: (line: string, at: number) => void): void {
    this.#lines.forEach(take);
  }

  append(...lines: string[]): Promise<number> {
    const at = this.#lines.length;
    for (const line of lines) {
      this.size += line.length;
      this.#lines.push(line);
    }
    return Promise.resolve(at);
  }

  replace(lines: readonly string[]): Promise<void> {
    this.#lines = [...lines];
    this.size = lines.reduce((size, line) => size + line.length, 0);
    return DONE;
  }

  async read(at: number): Promise<string> {
    return this.#lines[at] ?? '';
  }

  copy(): MemoryLines {
    const copy = new MemoryLines();
    void copy.replace(this.#lines);
    return copy;
  }

  close(): Promise<void> {
    return DONE;
  }
}
