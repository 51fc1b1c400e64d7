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
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Bytes of a file that is overwritten: it fits into one sector, so that it is never found half old and half new. */
const OVERWRITTEN = 256;

/**
 * What writes a small value again and again, as whole as {@link writeJson} does: in place, since to rename a file takes
 * twenty times as long as to write it.
 */
export function overwriteJson(path: string): (value: unknown) => void {
  let begun = false;
  return (value) => {
    const text = `${JSON.stringify(value).padEnd(OVERWRITTEN - 1)}\n`;
    const bytes = Buffer.byteLength(text);
    if (bytes !== OVERWRITTEN) throw new RangeError(`${path}: a value of ${bytes} bytes is too long.`);
    if (begun) writeFileSync(path, text, { flag: 'r+' });
    else writeWhole(path, text);
    begun = true;
  };
}

function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}
