import { appendFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { damaged } from './damaged.ts';
import { readWholeLines } from './line-file.ts';

/**
 * A file of JSON lines that only grows: what is appended is there after a crash of the process. A last line cut short
 * by a crash was never acknowledged, and is dropped when the file is opened; damage elsewhere refuses the start.
 */
export class AppendLog<T> {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Opens the log, made when it is missing, and hands back what it holds, oldest first. */
  static open<T>(path: string, schema: z.ZodType<T>): { log: AppendLog<T>; entries: T[] } {
    const lines = readWholeLines(path).toString().split('\n').slice(0, -1);
    try {
      return { log: new AppendLog<T>(path), entries: z.array(schema).parse(lines.map((line) => JSON.parse(line))) };
    } catch (error) {
      throw damaged(path, error);
    }
  }

  append(entry: T): void {
    appendFileSync(this.#path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  }

  /** Replaces the whole content, to forget what no longer matters. Only while nothing else is being appended. */
  rewrite(entries: readonly T[]): void {
    writeFileSync(this.#path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), { mode: 0o600 });
  }
}
