import * as z from 'zod';
import type { Lines } from './line-file.ts';
import type { LineFolder } from './line-folder.ts';

/** How records are told apart, and the versions of one. */
export interface VersionKind<T> {
  readonly schema: z.ZodType<T>;
  readonly key: (record: T) => string;
  readonly version: (record: T) => string;
}

/** Records in a file that only grows: the latest version of a key counts, but every version is still to be had. */
export class Versions<T extends object> {
  readonly #kind: VersionKind<T>;
  readonly #file: Lines;
  readonly #latest = new Map<string, T>();
  readonly #versions = new Map<string, T>();

  /** Reads the file. @throws StartError if it is damaged */
  constructor(folder: LineFolder, name: string, kind: VersionKind<T>) {
    this.#kind = kind;
    // A version, or the key of a record that has gone.
    const line = z.union([z.string(), kind.schema]);
    this.#file = folder.open(name, (text) => this.#apply(line.parse(JSON.parse(text))));
  }

  /** Waits for what is being written; nothing is written from then on. */
  close(): Promise<void> {
    return this.#file.close();
  }

  all(): T[] {
    return [...this.#latest.values()];
  }

  latest(key: string): T | undefined {
    return this.#latest.get(key);
  }

  /** A version, though its record be gone. */
  version(version: string): T | undefined {
    return this.#versions.get(version);
  }

  /** Saves a version, or removes the record of that key. Resolves when a power cut would spare it. */
  async save(change: T | string): Promise<void> {
    this.#apply(change);
    await this.#file.append(JSON.stringify(change));
  }

  #apply(change: T | string): void {
    if (typeof change === 'string') {
      this.#latest.delete(change);
    } else {
      this.#latest.set(this.#kind.key(change), change);
      this.#versions.set(this.#kind.version(change), change);
    }
  }
}
