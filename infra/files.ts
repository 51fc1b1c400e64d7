import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where what is half built lies: this process's own folder. A start, a test and a deployment may build at once. */
export const DRAFTS = `build/drafts/${process.pid}`;

/**
 * Writes a file unless it holds these bytes already. It is written elsewhere and moved, so whoever reads it meanwhile
 * finds the old file or the new one, never half of one.
 */
export const writeIfChanged = (file: string, content: Uint8Array): void => {
  if (holds(file, content)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  mkdirSync(DRAFTS, { recursive: true });
  const draft = path.join(DRAFTS, path.basename(file));
  writeFileSync(draft, content);
  renameSync(draft, file);
};

const holds = (file: string, content: Uint8Array): boolean => existsSync(file) && readFileSync(file).equals(content);

/** Removes what a folder holds beside the names given. */
export const keepOnly = (folder: string, names: readonly string[]): void => {
  for (const name of readdirSync(folder)) {
    if (!names.includes(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
};

/**
 * A hash of files and of all that folders hold, names and bytes, in a settled order.
 * @param inputs files and folders
 * @returns SHA-256, hexadecimal
 */
export const hashOf = (inputs: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder)) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
};

const filesUnder = (input: string): string[] =>
  statSync(input).isDirectory()
    ? readdirSync(input, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
    : [input];
