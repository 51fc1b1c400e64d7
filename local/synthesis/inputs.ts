import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isCode } from '../data-folder/process-identity.ts';

/** Everything the synthesized stacks depend on: sources, settings, and the versions of the packages. */
const INPUTS = ['infra', 'workflows', 'functions', 'domain', 'web', 'scripts', 'cdk.json', 'package-lock.json'];

/** A hash of all that goes into the stacks: the same hash, the same assembly. @param root the checkout */
export function hashInputs(root: string): string {
  const hash = createHash('sha256');
  for (const path of INPUTS.flatMap((input) => filesUnder(root, input))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path.replaceAll(sep, '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(root: string, input: string): string[] {
  try {
    return readdirSync(join(root, input), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort();
  } catch (error) {
    if (isCode(error, 'ENOTDIR')) return [input];
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}
