import { existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { StartError } from '../start/text.ts';
import { damaged } from './damaged.ts';
import { readJson, writeJson } from './json-file.ts';
import { endProcess, identify, isCode, isRunning, ProcessIdentity } from './process-identity.ts';

/** Grows with every change of what the files and tables of the folder hold: 4 archives executions by day. */
const FORMAT = 5;
const FORMAT_FILE = 'format.json';
const Format = z.object({ format: z.number() });
const Child = z.object({ name: z.string(), process: ProcessIdentity });
const Children = z.array(Child);

/** The folder that holds everything the runtime keeps, used by one runtime at a time. */
export class DataFolder {
  readonly path: string;
  #children: z.infer<typeof Children> = [];

  private constructor(path: string) {
    this.path = path;
  }

  /**
   * Takes the folder, made when it is missing, and ends what a runtime killed on it left running.
   * @throws StartError when another runtime uses it, when a newer version made it, or when it cannot be written
   */
  static async take(path: string): Promise<DataFolder> {
    try {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      takeLock(path);
    } catch (error) {
      if (error instanceof StartError) throw error;
      throw unusable(path, error);
    }
    try {
      checkFormat(path);
      const folder = new DataFolder(path);
      await folder.#endStaleChildren();
      return folder;
    } catch (error) {
      rmSync(lockPath(path), { force: true });
      throw error;
    }
  }

  /** Whether nothing has ever run on a folder. */
  static isFresh(path: string): boolean {
    return !existsSync(join(path, FORMAT_FILE));
  }

  /** Path of a file in the folder; the folders on the way are made. */
  file(...parts: string[]): string {
    mkdirSync(join(this.path, ...parts.slice(0, -1)), { recursive: true, mode: 0o700 });
    return join(this.path, ...parts);
  }

  /** Remembers a child process, so that the next start ends it should this process die without doing so. */
  rememberChild(name: string, pid: number): void {
    const identity = identify(pid);
    if (identity === null) return;
    this.#children = [...this.#children.filter((child) => child.name !== name), { name, process: identity }];
    writeJson(this.#childrenPath(), this.#children);
  }

  /** Numbers of this process and of the children remembered. */
  processIds(): Record<string, number> {
    return Object.fromEntries([
      ['runtime', process.pid],
      ...this.#children.map((child) => [child.name, child.process.pid]),
    ]);
  }

  /** Gives the folder back: another runtime may take it. */
  release(): void {
    rmSync(this.#childrenPath(), { force: true });
    rmSync(lockPath(this.path), { force: true });
  }

  #childrenPath(): string {
    return join(this.path, 'children.json');
  }

  async #endStaleChildren(): Promise<void> {
    for (const child of readJson(this.#childrenPath(), Children) ?? []) await endProcess(child.process);
    rmSync(this.#childrenPath(), { force: true });
  }
}

const lockPath = (folder: string) => join(folder, 'runtime.lock');

/** Takes the lock file, left aside when its owner no longer runs. Creation by `link` is atomic and never half-written. */
function takeLock(folder: string): void {
  const own = identify(process.pid);
  if (own === null) throw new Error('This process cannot find itself.');
  const draft = `${lockPath(folder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (tryLink(draft, lockPath(folder))) return;
      const owner = readJson(lockPath(folder), ProcessIdentity);
      if (owner !== null && isRunning(owner)) throw inUse(folder, owner.pid);
      rmSync(lockPath(folder), { force: true });
    }
    throw new Error(`The lock ${lockPath(folder)} is being taken by several starts at once.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function checkFormat(folder: string): void {
  const path = join(folder, FORMAT_FILE);
  const known = readJson(path, Format);
  if (known === null) {
    if (existsSync(join(folder, 'dynamodb'))) throw damaged(path, 'The folder has data but does not say its format.');
    writeJson(path, { format: FORMAT });
  } else if (known.format !== FORMAT) {
    throw otherVersion(folder, known.format);
  }
}

function otherVersion(folder: string, format: number): StartError {
  return new StartError({
    fr: `Le dossier ${folder} vient d'une autre version de Traboule (format ${format}, attendu ${FORMAT}). Choisissez un autre dossier avec --data, ou lancez la version qui l'a créé.`,
    en: `The folder ${folder} comes from another version of Traboule (format ${format}, expected ${FORMAT}). Choose another folder with --data, or run the version that made it.`,
  });
}

function inUse(folder: string, pid: number): StartError {
  return new StartError({
    fr: `Traboule tourne déjà sur ${folder} (processus ${pid}). Arrêtez-le avec Ctrl-C, ou choisissez un autre dossier avec --data (et d'autres ports avec --port et --aws-port).`,
    en: `Traboule already runs on ${folder} (process ${pid}). Stop it with Ctrl-C, or choose another folder with --data (and other ports with --port and --aws-port).`,
  });
}

function unusable(folder: string, cause: unknown): StartError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartError(
    {
      fr: `Le dossier des données ${folder} ne peut pas servir (${reason}). Vérifiez ses droits, ou choisissez-en un autre avec --data.`,
      en: `The data folder ${folder} cannot be used (${reason}). Check its permissions, or choose another with --data.`,
    },
    { cause },
  );
}
