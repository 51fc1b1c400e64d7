import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type * as z from 'zod';
import { damaged } from './damaged.ts';
import { isCode } from './process-identity.ts';

/** Reads and checks a JSON file; null when there is none. Throws a StartError that names the file when it is damaged. */
export function readJson<T>(path: string, schema: z.ZodType<T>): T | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw damaged(path, error);
  }
}

/** Writes a JSON file so that a reader, or a start after a crash, finds the former content or the new one, whole. */
export function writeJson(path: string, value: unknown): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}
