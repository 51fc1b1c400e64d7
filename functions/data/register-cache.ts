import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { RegisterAnswer } from '../../domain/register/register.ts';
import { registerKey } from './keys.ts';
import { get, transact } from './table.ts';

/** Epoch seconds from which the entry is gone; DynamoDB removes it some time later. */
const Cached = z.object({ answer: RegisterAnswer, expiresAt: z.int() });

const seconds = (now: string): number => Math.floor(Temporal.Instant.from(now).epochMilliseconds / 1000);

/** What the register said of a company not long ago; null when it must be asked. @param now ISO 8601 instant */
export const findRegisterAnswer = async (siren: string, now: string): Promise<RegisterAnswer | null> => {
  const cached = await get(registerKey(siren), Cached);
  return cached !== null && cached.expiresAt > seconds(now) ? cached.answer : null;
};

/** Keeps what the register said for a while. @param days how long it stands */
export const keepRegisterAnswer = (siren: string, answer: RegisterAnswer, now: string, days: number): Promise<void> =>
  transact([{ put: { ...registerKey(siren), answer, expiresAt: seconds(now) + days * 24 * 60 * 60 } }]);
