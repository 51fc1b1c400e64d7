import * as z from 'zod';
import type { RegisterEntry } from '../../domain/register/register.ts';
import { entryOf } from './answer.ts';

/** What the register says when asked: the company, that it has none, or nothing. */
export type RegisterReply =
  | { result: 'found'; entry: RegisterEntry }
  | { result: 'absent' }
  | { result: 'unavailable'; reason: string };

export type RegisterClient = { find(siren: string): Promise<RegisterReply> };

/** Times in milliseconds. */
export type RegisterClientOptions = {
  /** Origin of the register, without a trailing slash. */
  url: string;
  sleep: (ms: number) => Promise<void>;
  /** From 0 to 1: spreads the retries of many callers. */
  random?: () => number;
  fetch?: typeof fetch;
  attempts?: number;
  timeoutMs?: number;
  firstWaitMs?: number;
  /** The longest wait that is worth it: a register that asks for more is unavailable now. */
  longestWaitMs?: number;
};

const USER_AGENT = 'traboule/1.0 (member onboarding of a business cluster)';

/** One attempt's outcome: an answer, or a passing fault with the wait the register asked for, if it did. */
type Attempt = { reply: RegisterReply } | { fault: string; retryAfterMs: number | null };

/**
 * A client of Recherche d'entreprises (recherche-entreprises.api.gouv.fr), which allows 7 requests a second and answers
 * 429 with Retry-After beyond. Each attempt has its timeout; passing faults (network, timeout, 429, 5xx) are retried
 * with exponential backoff. It never throws: a register that does not answer is an answer, and never means that the
 * company is unknown.
 */
export const registerClient = ({
  url,
  sleep,
  random = Math.random,
  fetch: send = fetch,
  attempts = 3,
  timeoutMs = 3_000,
  firstWaitMs = 300,
  longestWaitMs = 4_000,
}: RegisterClientOptions): RegisterClient => ({
  async find(siren) {
    let fault = 'not asked';
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const outcome = await ask(send, `${url}/search?q=${siren}&page=1&per_page=5`, siren, timeoutMs);
      if ('reply' in outcome) return outcome.reply;
      fault = outcome.fault;
      const backoff = firstWaitMs * 2 ** (attempt - 1) * (0.5 + random() / 2);
      const wait = Math.max(backoff, outcome.retryAfterMs ?? 0);
      if (wait > longestWaitMs || attempt === attempts) break;
      await sleep(wait);
    }
    return { result: 'unavailable', reason: fault };
  },
});

const ask = async (send: typeof fetch, address: string, siren: string, timeoutMs: number): Promise<Attempt> => {
  try {
    const response = await send(address, {
      headers: { accept: 'application/json', 'user-agent': USER_AGENT },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 429 || response.status >= 500) {
      await response.body?.cancel();
      return { fault: `status ${response.status}`, retryAfterMs: retryAfter(response.headers.get('retry-after')) };
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { reply: { result: 'unavailable', reason: `status ${response.status}` } };
    }
    const entry = entryOf(siren, JSON.parse(await response.text()));
    return { reply: entry === null ? { result: 'absent' } : { result: 'found', entry } };
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      return { reply: { result: 'unavailable', reason: 'answer of an unknown shape' } };
    }
    return { fault: faultName(error), retryAfterMs: null };
  }
};

/** Retry-After in milliseconds; only seconds are read, the form the register uses. */
const retryAfter = (header: string | null): number | null =>
  header !== null && /^\d+$/.test(header.trim()) ? Number(header) * 1000 : null;

/** `TimeoutError`, or `TypeError` for whatever else went wrong on the network (the fetch standard says no more). */
const faultName = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : 'unknown';
