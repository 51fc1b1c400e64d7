import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { WriteConflict } from './errors.ts';

const ATTEMPTS = 12;
/** Longest waits before the second attempt and before any later one, in milliseconds; each is drawn at random below. */
const FIRST_WAIT = 50;
const LONGEST_WAIT = 800;

/**
 * Runs a read-decide-write until no other writer comes in between. With twelve attempts and waits of at most 50, 100, 200
 * … 800 ms it gives up after about three seconds on average; the error then passes for a transient one, and is retried.
 * Waits shorter than the work of some fifty writers (the numbers of invoices) would only make all of them read again.
 * @throws {@link WriteConflict} when others keep coming in between
 */
export const untilWritten = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof WriteConflict) || tried === ATTEMPTS) throw error;
      await wait(randomInt(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tried - 1)) + 1));
    }
  }
};
