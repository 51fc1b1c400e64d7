import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type BankFile, camtReader } from '../../domain/bank/camt.ts';
import { Refusal } from '../../domain/errors.ts';

/** Longest file read once decompressed, in bytes: some fifty thousand lines. */
const LONGEST = 32 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

const broken = (code: string): Refusal => new Refusal('not-xml', { errors: [{ path: 'file', code }] });

/** What Node names an error by; empty where it names none. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Gzip by its first two bytes (RFC 1952), whatever the sender calls it. */
const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Hands over a decompressed file piece by piece, so that a bomb takes no room. */
async function* unpacked(bytes: Buffer): AsyncGenerator<Buffer> {
  const source = isGzip(bytes) ? Readable.from([bytes]).pipe(createGunzip()) : Readable.from([bytes]);
  let size = 0;
  try {
    for await (const piece of source) {
      size += piece.length;
      if (size > LONGEST) {
        const params = { max: LONGEST / MEGABYTE };
        throw new Refusal('body-too-large', { errors: [{ path: 'file', code: 'file.too-long', params }] });
      }
      yield piece;
    }
  } catch (error) {
    // What zlib cannot decompress: damaged, or cut short.
    if (codeOf(error).startsWith('Z_')) throw broken('file.broken');
    throw error;
  }
}

/** The encoding a file announces: by its byte-order mark, else in its XML declaration, else UTF-8. */
const encodingOf = (start: Buffer): string => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return /^[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start.subarray(0, 200).toString('latin1'))?.[1] ?? 'utf-8';
};

const decoderFor = (encoding: string): InstanceType<typeof TextDecoder> => {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_NOT_SUPPORTED') throw broken('file.encoding');
    throw error;
  }
};

/** Decodes a piece. @throws Refusal `not-xml` when it is not in the encoding it announces */
const decode = (decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): string => {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw broken('file.encoding');
    throw error;
  }
};

/**
 * Reads a bank file as it was sent, gzipped or not, in any encoding of XML.
 * @param ibans of the accounts that are ours
 * @param onText is given each piece of text, by which the same file is known whichever way it was packed
 * @throws Refusal `body-too-large`, `not-xml`, `not-camt053`, `other-account`, `invalid-fields`
 */
export const readBankFile = async (
  bytes: Buffer,
  ibans: readonly string[],
  onText: (piece: string) => void = () => undefined,
): Promise<BankFile> => {
  const reader = camtReader(ibans);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  const take = (text: string): void => {
    onText(text);
    reader.write(text);
  };
  for await (const piece of unpacked(bytes)) {
    decoder ??= decoderFor(encodingOf(piece));
    take(decode(decoder, piece));
  }
  if (decoder !== null) take(decode(decoder));
  return reader.end();
};
