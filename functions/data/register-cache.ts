import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { RegisterAnswer } from '../../domain/register/register.ts';
import { registerKey } from './keys.ts';
import { get, transact } from './table.ts';

const seconds = (instant: string): number => Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);

/** `expiresAt`: epoch seconds from which the answer no longer counts; DynamoDB removes it some time later. */
const Kept = z.object({ answer: RegisterAnswer, expiresAt: z.int() });

/** What the public register said not long ago, so that it is not asked again. */
export const registerCache = {
  /** The answer kept for this SIREN, unless it has expired at `now` (ISO 8601 instant). */
  read: async (siren: string, now: string): Promise<RegisterAnswer | null> => {
    const kept = await get(registerKey(siren), Kept);
    return kept !== null && kept.expiresAt > seconds(now) ? kept.answer : null;
  },
  /** Keeps an answer until `expiresAt` (ISO 8601 instant). */
  keep: (siren: string, answer: RegisterAnswer, expiresAt: string): Promise<void> =>
    transact([{ put: { ...registerKey(siren), answer, expiresAt: seconds(expiresAt) } }]),
};
