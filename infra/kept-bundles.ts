import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Entry } from './entries.ts';
import { hashOf, writeIfChanged } from './files.ts';

// Whether the bundles in a folder are those of the sources as they are: bundling all functions takes half a minute of
// processor time, reading what went into them takes a moment.

/** What bundles depend on beside the files that went into them: how they are made, and the versions of the packages. */
const RULES = ['infra', 'scripts', 'domain/geography', 'tsconfig.json', 'package-lock.json'];

/** Says what the bundles in a folder were made of; it lies beside the folder. */
const Kept = z.object({ sources: z.array(z.string()), hash: z.string() });
const noteOf = (folder: string): string => `${folder}.json`;

/** Whether a folder holds the bundles of these entries, made of the sources as they are. */
export const areKept = (folder: string, entries: readonly Entry[]): boolean => {
  const note = noteOf(folder);
  if (!existsSync(note)) return false;
  const { sources, hash } = Kept.parse(JSON.parse(readFileSync(note, 'utf8')));
  const there = entries.every(({ name }) => existsSync(path.join(folder, name, 'index.mjs')));
  return there && sources.every((source) => existsSync(source)) && hash === hashFor(entries, sources);
};

/** To be called before a folder is written to: bundling may be interrupted, and half of each version is neither. */
export const forgetBundles = (folder: string): void => rmSync(noteOf(folder), { force: true });

/**
 * Notes what the bundles in a folder were made of, unless a source has changed since: nobody knows then which version
 * went in.
 * @param inputs as esbuild lists them: files, and modules that plugins make
 * @param since when bundling began, epoch milliseconds
 */
export const keepBundles = (
  folder: string,
  entries: readonly Entry[],
  inputs: readonly string[],
  since: number,
): void => {
  const sources = inputs.filter((input) => existsSync(input)).sort();
  if (sources.some((source) => statSync(source).mtimeMs >= since)) return;
  const kept = JSON.stringify({ sources, hash: hashFor(entries, sources) });
  writeIfChanged(noteOf(folder), Buffer.from(kept));
};

const hashFor = (entries: readonly Entry[], sources: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(entries))
    .update(hashOf([...RULES, ...sources]))
    .digest('hex');
