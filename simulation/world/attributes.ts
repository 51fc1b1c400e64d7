import * as z from 'zod';

/** A value as DynamoDB writes it; of its kinds, those that JSON has. */
export type Attribute =
  | { S: string }
  | { N: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { L: Attribute[] }
  | { M: Record<string, Attribute> };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Writes a value; what is undefined in an object is left out, as the product's client does. */
export const written = (value: unknown): Attribute => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(written) };
  if (isRecord(value)) return { M: fieldsWritten(value) };
  throw new TypeError(`The table takes no ${typeof value} here.`);
};

export const fieldsWritten = (fields: Record<string, unknown>): Record<string, Attribute> => {
  const attributes: Record<string, Attribute> = {};
  for (const name in fields) if (fields[name] !== undefined) attributes[name] = written(fields[name]);
  return attributes;
};

/** Reads a value. */
const read = (attribute: unknown): unknown => {
  if (!isRecord(attribute)) throw new TypeError('This is no attribute.');
  const { S, N, BOOL, NULL, L, M } = attribute;
  if (S !== undefined) return S;
  if (N !== undefined) return Number(N);
  if (BOOL !== undefined) return BOOL;
  if (NULL === true) return null;
  if (Array.isArray(L)) return L.map(read);
  if (isRecord(M)) return fieldsRead(M);
  throw new TypeError(`There is no attribute ${Object.keys(attribute).join()} here.`);
};

export const fieldsRead = (attributes: Record<string, unknown>): Record<string, unknown> => {
  const fields: Record<string, unknown> = {};
  for (const name in attributes) fields[name] = read(attributes[name]);
  return fields;
};

/** What an operation that failed answers. */
export const Failure = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })).optional(),
});
