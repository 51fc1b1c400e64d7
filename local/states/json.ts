import { Buffer } from 'node:buffer';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The most that an input, an output, a result or a payload may weigh, in bytes of UTF-8 (AWS quota: 256 KiB). */
export const DATA_LIMIT = 262_144;

/** Reads JSON text. @throws SyntaxError if it is not JSON */
export function parseJson(text: string): Json {
  return JSON.parse(text);
}

export function exceedsLimit(text: string): boolean {
  // A UTF-16 unit takes at most three bytes, so most texts need no counting.
  return text.length * 3 > DATA_LIMIT && Buffer.byteLength(text) > DATA_LIMIT;
}
