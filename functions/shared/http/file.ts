import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { FileType } from '../../../domain/contract/route.ts';
import { Refusal } from '../../../domain/errors.ts';

/** A file as a handler answers with it. `name` is what it is saved as: plain ASCII. */
export type FileAnswer<Type extends FileType = FileType> = { bytes: Uint8Array; type: Type; name: string };

/** Most bytes of an answer once in base64: Lambda takes 6 MB of JSON, the headers among them. */
const MOST_BYTES = 5_900_000;

/** Tells whether the caller takes gzip (RFC 9110, Accept-Encoding). */
const takesGzip = (acceptEncoding = ''): boolean =>
  acceptEncoding.split(',').some((range) => {
    const [coding = '', ...parameters] = range.trim().toLowerCase().split(';');
    return coding.trim() === 'gzip' && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });

/**
 * The part of an answer that is the file: compressed where the caller takes it so, and offered for saving.
 * @param types media types that the route says it answers with
 * @throws Refusal `file-too-large` when no answer can hold it
 */
export const sendFile = (types: readonly FileType[], answer: unknown, acceptEncoding: string | undefined) => {
  const { bytes, type, name } = z
    .object({ bytes: z.instanceof(Uint8Array), type: z.enum(types), name: z.string().regex(/^[\w.-]+$/) })
    .parse(answer);
  const zipped = takesGzip(acceptEncoding);
  const body = (zipped ? gzipSync(bytes) : Buffer.from(bytes)).toString('base64');
  if (body.length > MOST_BYTES) throw new Refusal('file-too-large');
  return {
    isBase64Encoded: true,
    headers: {
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-disposition': `attachment; filename="${name}"`,
      vary: 'accept-encoding',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    },
    body,
  };
};
