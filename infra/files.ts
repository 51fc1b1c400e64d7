import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where what is half built lies: this process's own folder. A start, a test and a deployment may build at once. */
export const DRAFTS = `build/drafts/${process.pid}`;

/** A draft this old, in milliseconds, was left by a process that was killed. */
const ABANDONED = 3_600_000;

/**
 * Name of a folder of this process's own, beside the folder that what is made in it goes to: as deep, so that paths in
 * source maps hold, and on the same disk. What killed processes left beside it is removed.
 */
export const draftBeside = (folder: string): string => {
  const parent = path.dirname(folder);
  const old = (name: string): boolean =>
    name.startsWith(`${path.basename(folder)}.`) &&
    name.endsWith('.draft') &&
    statSync(path.join(parent, name)).mtimeMs < Date.now() - ABANDONED;
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent).filter(old)) rmSync(path.join(parent, name), { recursive: true, force: true });
  return `${folder}.${process.pid}.draft`;
};

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
