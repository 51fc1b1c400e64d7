import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { isCode } from '../data-folder/process-identity.ts';

/** Size at which a log is put aside, in bytes; the one before it is forgotten. */
const LARGEST_LOG = 5_000_000;

/** What functions print, one file each under `logs/`: on a console it would hide what people need to read. */
export class FunctionLog {
  readonly #folder: DataFolder;
  readonly #sizes = new Map<string, number>();

  constructor(folder: DataFolder) {
    this.#folder = folder;
  }

  write(functionName: string, chunk: Buffer): void {
    const path = this.#folder.file('logs', `${functionName}.log`);
    const size = (this.#sizes.get(path) ?? sizeOf(path)) + chunk.length;
    if (size > LARGEST_LOG) renameSync(path, `${path}.1`);
    this.#sizes.set(path, size > LARGEST_LOG ? chunk.length : size);
    appendFileSync(path, chunk, { mode: 0o600 });
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return 0;
    throw error;
  }
}
