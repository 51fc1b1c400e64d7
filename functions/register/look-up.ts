import { Temporal } from 'temporal-polyfill';
import type { RegisterAnswer } from '../../domain/register/register.ts';
import type { RegisterClient } from './client.ts';

/** Where answers are kept for a while; the table's door in functions/data fulfils it. */
export type RegisterCache = {
  /** The answer kept for this SIREN, unless it has expired at `now` (ISO 8601 instant). */
  read(siren: string, now: string): Promise<RegisterAnswer | null>;
  /** Keeps an answer until `expiresAt` (ISO 8601 instant). */
  keep(siren: string, answer: RegisterAnswer, expiresAt: string): Promise<void>;
};

/** Hours an answer is good for: the register is rebuilt daily; a company just created may appear any time. */
const HOURS_KEPT = { found: 24, absent: 1 } as const;

/**
 * Asks the public register about a company, or takes the answer kept from the last time. "unavailable" is not kept, and
 * is neither "absent" nor "invalid": joining goes on without it.
 * @param now ISO 8601 instant
 * @param warn told why the register could not be reached
 */
export const lookUp = async (
  register: RegisterClient,
  cache: RegisterCache,
  siren: string,
  now: string,
  warn: (reason: string) => void,
): Promise<RegisterAnswer> => {
  const kept = await cache.read(siren, now);
  if (kept !== null) return kept;
  const reply = await register.find(siren);
  if (reply.result === 'unavailable') {
    warn(reply.reason);
    return { result: 'unavailable', checkedAt: now };
  }
  const answer: RegisterAnswer =
    reply.result === 'found'
      ? { result: 'found', checkedAt: now, entry: reply.entry }
      : { result: 'absent', checkedAt: now };
  const expiresAt = Temporal.Instant.from(now).add({ hours: HOURS_KEPT[reply.result] });
  await cache.keep(siren, answer, expiresAt.toString({ smallestUnit: 'millisecond' }));
  return answer;
};
