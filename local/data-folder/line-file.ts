import { readFileSync, truncateSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
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

interface Job {
  readonly text: string;
  /** True when the text takes the place of everything. */
  readonly replaces: boolean;
  done(): void;
  failed(error: unknown): void;
}

/**
 * A file of lines that survives a power cut: a write resolves once the disk has it. Lines appended while the disk is at
 * work gather, and are written and synced together, in order. After `close`, nothing is written any more.
 */
export class LineFile {
  readonly path: string;
  /** Bytes in the file, or on their way to it. */
  size: number;
  readonly #waiting: Job[] = [];
  #handle: FileHandle | undefined;
  #running: Promise<void> | undefined;
  #closed = false;
  /** Why nothing more is written: what comes after a write that failed must not be there without it. */
  #broken: unknown;

  constructor(path: string, size: number) {
    this.path = path;
    this.size = size;
  }

  /** Appends a line, or several; gives the byte it begins at. */
  async append(line: string): Promise<number> {
    const at = this.size;
    this.size += Buffer.byteLength(line) + 1;
    await this.#write(`${line}\n`, false);
    return at;
  }

  /** Replaces everything, whole or not at all. */
  replace(lines: readonly string[]): Promise<void> {
    const text = lines.map((line) => `${line}\n`).join('');
    this.size = Buffer.byteLength(text);
    return this.#write(text, true);
  }

  /** What has been appended at a place. */
  async read(at: number, length: number): Promise<string> {
    const handle = await this.#open();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
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
