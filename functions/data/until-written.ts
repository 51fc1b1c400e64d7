import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { TransientStoreError } from '../../domain/errors.ts';
import { NumberTaken, WriteConflict } from './errors.ts';

/**
 * How often something is attempted, and the waits in between, in milliseconds: the longest before the second attempt, how
 * many times as long each is as the one before it, and the longest of all. Each wait is drawn at random below.
 */
type Patience = { attempts: number; first: number; times: number; longest: number };

/** Two who write the same: some two seconds in all. */
const ANOTHER_WRITES: Patience = { attempts: 12, first: 16, times: 2, longest: 800 };
/** Who wants the next number waits for the work of fifty others: shorter waits only make all read again. */
const ANOTHER_NUMBERS: Patience = { attempts: 12, first: 800, times: 1, longest: 800 };
/**
 * The same where a step of a workflow waits, 22 seconds at most. Who did not get the number waits three times as long each
 * time: it tells of more who want it, and fifty who come at once are done in half the time.
 */
const MANY_NUMBER: Patience = { attempts: 8, first: 200, times: 3, longest: 4_800 };

/** @param patienceFor null when what was thrown is no reason for another attempt */
const attempted = async <T>(
  attempt: () => Promise<T>,
  patienceFor: (error: unknown) => Patience | null,
): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      const patience = patienceFor(error);
      if (patience === null || tried >= patience.attempts) throw error;
      const { first, times, longest } = patience;
      await wait(randomInt(Math.min(longest, first * times ** (tried - 1)) + 1));
    }
  }
};

/**
 * Runs a read-decide-write until no other writer comes in between. It gives up after some two seconds, or ten where others
 * keep taking a number; the error then passes for a transient one, and is retried.
 * @throws {@link WriteConflict} when others keep coming in between
 */
export const untilWritten = <T>(attempt: () => Promise<T>): Promise<T> =>
  attempted(attempt, (error) => {
    if (error instanceof NumberTaken) return ANOTHER_NUMBERS;
    return error instanceof WriteConflict ? ANOTHER_WRITES : null;
  });

/**
 * Runs the end of a read-decide-write, which takes the next number of a series, until no other takes it in between.
 * @throws TransientStoreError when others keep taking it; whatever else `attempt` throws
 */
export const untilNumbered = async <T>(attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempted(attempt, (error) => (error instanceof NumberTaken ? MANY_NUMBER : null));
  } catch (error) {
    // Not the conflict itself: whoever runs this within a read-decide-write would begin it all again.
    if (error instanceof NumberTaken) throw new TransientStoreError(error.message, { cause: error });
    throw error;
  }
};
