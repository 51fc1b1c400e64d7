import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { type FieldError, Refusal } from '../../../domain/errors.ts';
import { fieldErrors } from '../../../domain/text/field-errors.ts';
import { sha256 } from '../tokens.ts';

/** Longest body taken, in bytes: a form with ten years of figures has about three thousand. */
const LONGEST_BODY = 256 * 1024;
/** Longest file taken, in bytes: what Lambda takes of a request, in base64 and with all that the gateway says of it. */
const LONGEST_FILE = 4 * 1024 * 1024;
/** Longest `Idempotency-Key` taken, in characters. */
const LONGEST_KEY = 200;

type Event = Pick<
  APIGatewayProxyEventV2,
  'headers' | 'body' | 'isBase64Encoded' | 'pathParameters' | 'queryStringParameters'
>;

/** The value of a header. API Gateway writes their names in lower case. */
export const header = (event: Pick<Event, 'headers'>, name: string): string | undefined => event.headers[name];

const parse = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  refuse: (errors: FieldError[]) => Refusal,
): z.infer<S> => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refuse(fieldErrors(parsed.error));
  return parsed.data;
};

/** Parameters of the path. One that cannot be an id of ours names nothing. @throws Refusal `not-found` */
export const parseParams = <S extends z.ZodType>(schema: S, event: Event): z.infer<S> =>
  parse(schema, event.pathParameters ?? {}, () => new Refusal('not-found'));

/** @throws Refusal `invalid-query` with what is wrong with each parameter */
export const parseQuery = <S extends z.ZodType>(schema: S, event: Event): z.infer<S> =>
  parse(schema, event.queryStringParameters ?? {}, (errors) => new Refusal('invalid-query', { errors }));

/** The media type of a body, without its parameters. */
const mediaType = (event: Event): string =>
  (header(event, 'content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();

const bytesOf = (event: Event): Buffer => Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');

const json = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // Both mean the same to the caller: these bytes are not JSON.
    if (error instanceof SyntaxError || error instanceof TypeError) throw new Refusal('invalid-body');
    throw error;
  }
};

/**
 * The body, by its schema: unknown fields are refused, not dropped.
 * @returns the value, and the SHA-256 of the bytes, by which a repeated post is known
 * @throws Refusal `body-too-large`, `unsupported-media-type`, `invalid-body` (not JSON), `invalid-fields`
 */
export const parseBody = <S extends z.ZodType>(schema: S, event: Event): { value: z.infer<S>; bodySha256: string } => {
  const bytes = bytesOf(event);
  if (bytes.length > LONGEST_BODY) throw new Refusal('body-too-large', { params: { max: LONGEST_BODY } });
  if (mediaType(event) !== 'application/json') throw new Refusal('unsupported-media-type');
  const value = parse(schema, json(bytes), (errors) => new Refusal('invalid-fields', { errors }));
  return { value, bodySha256: sha256(bytes) };
};

/**
 * The body as the file it is, of one of these media types. What is in it is for the handler to find out.
 * @throws Refusal `body-too-large`, `unsupported-media-type`
 */
export const readFile = (mediaTypes: readonly string[], event: Event): { bytes: Buffer; bodySha256: string } => {
  const bytes = bytesOf(event);
  if (bytes.length > LONGEST_FILE) {
    const max = LONGEST_FILE / 1024 / 1024;
    throw new Refusal('body-too-large', { errors: [{ path: 'file', code: 'file.too-large', params: { max } }] });
  }
  if (!mediaTypes.includes(mediaType(event))) {
    const params = { allowed: mediaTypes.join(', ') };
    throw new Refusal('unsupported-media-type', { errors: [{ path: 'Content-Type', code: 'not-in-list', params }] });
  }
  return { bytes, bodySha256: sha256(bytes) };
};

/**
 * The caller's `Idempotency-Key`; null when there is none.
 * @throws Refusal `invalid-fields` when it is empty, too long or not printable ASCII
 */
export const idempotencyKey = (event: Event): string | null => {
  const key = header(event, 'idempotency-key');
  if (key === undefined) return null;
  const path = 'Idempotency-Key';
  if (key.length > LONGEST_KEY) throw new Refusal('invalid-fields', { errors: [{ path, code: 'too-long' }] });
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Refusal('invalid-fields', { errors: [{ path, code: 'wrong-type' }] });
  return key;
};
