import { readFileSync, truncateSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { damaged } from './damaged.ts';
import { isCode } from './process-identity.ts';

/** The whole lines of a file, none if it is missing. One cut short at its end by a crash was never acknowledged: it goes. */
export function readWholeLines(path: string): Buffer {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return Buffer.alloc(0);
    throw error;
  }
  const whole = content.lastIndexOf('\n') + 1;
  if (whole < content.length) truncateSync(path, whole);
  return content.subarray(0, whole);
}

/** Lines at the end of each other, that survive a power cut once they are acknowledged. */
export interface Lines {
  /** Bytes there, or on their way. */
  readonly size: number;
  /** Appends lines, together; gives where they begin. */
  append(...lines: string[]): Promise<number>;
  /** Replaces everything, whole or not at all. */
  replace(lines: readonly string[]): Promise<void>;
  /** A line, by where it begins and how many bytes it has. */
  read(at: number, bytes: number): Promise<string>;
  /** Waits for what is being written; from then on, nothing is. */
  close(): Promise<void>;
}

interface Job {
  readonly text: string;
  /** True when the text takes the place of everything. */
  readonly replaces: boolean;
  done(): void;
  failed(error: unknown): void;
}

/** Lines in a file. Those appended while the disk is at work gather, and are written and synced together, in order. */
export class LineFile implements Lines {
  readonly path: string;
  size = 0;
  readonly #waiting: Job[] = [];
  #handle: FileHandle | undefined;
  #running: Promise<void> | undefined;
  #closed = false;
  /** Why nothing more is written: what comes after a write that failed must not be there without it. */
  #broken: unknown;

  private constructor(path: string) {
    this.path = path;
  }

  /** Opens a file, made when it is missing, and hands over its lines. @throws StartError if one of them is refused */
  static open(path: string, take: (line: string, at: number) => void): LineFile {
    const file = new LineFile(path);
    const content = readWholeLines(path);
    try {
      while (file.size < content.length) {
        const end = content.indexOf('\n', file.size);
        take(content.toString('utf8', file.size, end), file.size);
        file.size = end + 1;
      }
    } catch (error) {
      throw damaged(path, error);
    }
    return file;
  }

  async append(...lines: string[]): Promise<number> {
    const at = this.size;
    const text = `${lines.join('\n')}\n`;
    this.size += Buffer.byteLength(text);
    await this.#write(text, false);
    return at;
  }

  replace(lines: readonly string[]): Promise<void> {
    const text = lines.map((line) => `${line}\n`).join('');
    this.size = Buffer.byteLength(text);
    return this.#write(text, true);
  }

  async read(at: number, bytes: number): Promise<string> {
    const handle = await this.#open();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, at);
    return buffer.toString('utf8', 0, bytesRead);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
    await this.#handle?.close();
    this.#handle = undefined;
  }

  #write(text: string, replaces: boolean): Promise<void> {
    return new Promise((done, failed) => {
      if (this.#broken !== undefined) failed(this.#broken);
      if (this.#closed || this.#broken !== undefined) return;
      this.#waiting.push({ text, replaces, done, failed });
      this.#running ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    // Lets everything that happens at the same time gather in the first write.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const whole = this.#waiting.findLastIndex(({ replaces }) => replaces);
      const jobs = this.#waiting.splice(0);
      const text = jobs
        .slice(Math.max(whole, 0))
        .map((job) => job.text)
        .join('');
      try {
        await (whole === -1 ? this.#append(text) : this.#replace(text));
        for (const job of jobs) job.done();
      } catch (error) {
        this.#broken = error;
        for (const job of [...jobs, ...this.#waiting.splice(0)]) job.failed(error);
      }
    }
    this.#running = undefined;
  }

  async #append(text: string): Promise<void> {
    const handle = await this.#open();
    await handle.appendFile(text);
    await handle.datasync();
  }

  async #replace(text: string): Promise<void> {
    const draft = await open(draftPath(this.path), 'w', 0o600);
    await draft.appendFile(text);
    await draft.sync();
    await draft.close();
    await rename(draftPath(this.path), this.path);
    await syncFolder(this.path);
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async #open(): Promise<FileHandle> {
    if (this.#handle === undefined) {
      this.#handle = await open(this.path, 'a+', 0o600);
      await syncFolder(this.path);
    }
    return this.#handle;
  }
}

const draftPath = (path: string) => `${path}.new`;

/** A file that is new, or renamed, is there after a power cut only once its folder is synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r');
  await folder.sync();
  await folder.close();
}
