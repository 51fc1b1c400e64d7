import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { WriteConflict } from './errors.ts';

const ATTEMPTS = 12;
/** Longest wait before the next attempt, in milliseconds; each is drawn at random below it. */
const LONGEST_WAIT = 200;

/**
 * Runs a read-decide-write until no other writer comes in between. With twelve attempts and waits of at most 4, 8, 16 …
 * 200 ms it gives up after about a second on average; the error then passes for a transient one, and is retried.
 * @throws {@link WriteConflict} when others keep coming in between
 */
export const untilWritten = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof WriteConflict) || tried === ATTEMPTS) throw error;
      await wait(randomInt(Math.min(LONGEST_WAIT, 2 ** (tried + 1)) + 1));
    }
  }
};
