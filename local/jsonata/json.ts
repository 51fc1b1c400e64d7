export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Reads JSON text. @throws SyntaxError if it is not JSON */
export function parseJson(text: string): Json {
  return JSON.parse(text);
}

/** Why a text is not JSON; undefined if it is. */
export function jsonProblem(text: string): string | undefined {
  try {
    parseJson(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether a value, as JSON, takes more bytes of UTF-8 than so many. */
export function exceeds(value: Json, limit: number): boolean {
  // What is small is seen to be so without being written down.
  return most(value) > limit && Buffer.byteLength(JSON.stringify(value)) > limit;
}

/** No fewer bytes than a value takes as JSON: a character takes six at most, `\\u0000`, a number 25. */
function most(value: Json): number {
  if (typeof value === 'string') return value.length * 6 + 2;
  if (typeof value !== 'object' || value === null) return 25;
  if (Array.isArray(value)) return value.reduce<number>((bytes, item) => bytes + 1 + most(item), 2);
  let bytes = 2;
  for (const key in value) bytes += key.length * 6 + 4 + most(value[key] ?? null);
  return bytes;
}
