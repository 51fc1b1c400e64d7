import { Problem } from '../../domain/contract/responses.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import type { Answer, CallOptions } from './call.ts';
import { addressOf, headersOf } from './call.ts';
import { Failure, failureOf } from './failure.ts';
import { noteServerTime } from './server-time.ts';

/** Milliseconds without a byte of answer before an upload is given up. */
const PATIENCE = 120_000;

/** The first two bytes of every gzip file (RFC 1952). */
const GZIP = [0x1f, 0x8b];
const isGzip = async (file: Blob): Promise<boolean> => {
  const head = new Uint8Array(await file.slice(0, GZIP.length).arrayBuffer());
  return GZIP.every((byte, index) => head[index] === byte);
};

/**
 * A file as it goes over the wire: XML shrinks some fifteen times, and the gateway takes ten megabytes at most. One that
 * is compressed already goes as it is.
 */
export const compressed = async (file: Blob): Promise<Blob> => {
  if (await isGzip(file)) return file;
  const stream = file.stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).blob();
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null; // The gateway's own words: the status says enough.
    throw error;
  }
};

/**
 * Sends a bank statement, compressed, and tells how far it is. XMLHttpRequest, because fetch does not tell.
 * @param onProgress is given the share sent so far, 0 to 1
 * @throws Failure for every way it can go wrong
 */
export const uploadStatement = (
  body: Blob,
  options: CallOptions<'UploadBankStatement'>,
  onProgress: (share: number) => void,
): Promise<Answer<'UploadBankStatement'>> => {
  const route = ROUTES.UploadBankStatement;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(route.method, addressOf(route, options));
    for (const [name, value] of Object.entries(headersOf(options))) request.setRequestHeader(name, value);
    request.setRequestHeader('Content-Type', 'application/gzip');
    request.timeout = PATIENCE;
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total));
    request.addEventListener('load', () => {
      noteServerTime(new Headers({ date: request.getResponseHeader('date') ?? '' }));
      const read = json(request.responseText);
      if (request.status >= 400) return reject(failureOf(request.status, Problem.safeParse(read).data ?? null));
      const answer = route.response.safeParse(read);
      return answer.success
        ? resolve(answer.data)
        : reject(new Failure('unexpected', request.status, null, { cause: answer.error }));
    });
    request.addEventListener('error', () => reject(new Failure(navigator.onLine ? 'network' : 'offline')));
    request.addEventListener('timeout', () => reject(new Failure('timeout')));
    request.send(body);
  });
};
