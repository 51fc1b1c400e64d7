import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { TransientStoreError } from '../../domain/errors.ts';
import { NumberTaken, WriteConflict } from './errors.ts';

const ATTEMPTS = 12;
/** Longest waits before the second attempt and before any later one, in milliseconds; each is drawn at random below. */
const FIRST_WAIT = 16;
const LONGEST_WAIT = 800;

/** Who wants the next number waits as long as the work of fifty others takes: shorter waits only make all read again. */
const longestWait = (error: WriteConflict, tried: number): number =>
  error instanceof NumberTaken ? LONGEST_WAIT : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tried - 1));

/**
 * @param waitAfter longest wait before the next attempt, in milliseconds, drawn at random below; null when what was thrown
 *   is no reason for one
 */
const attempted = async <T>(
  attempt: () => Promise<T>,
  waitAfter: (error: unknown, tried: number) => number | null,
): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      const longest = waitAfter(error, tried);
      if (longest === null || tried === ATTEMPTS) throw error;
      await wait(randomInt(longest + 1));
    }
  }
};

/**
 * Runs a read-decide-write until no other writer comes in between. With twelve attempts and waits of at most 16, 32, 64 …
 * 800 ms it gives up after some two seconds; the error then passes for a transient one, and is retried.
 * @throws {@link WriteConflict} when others keep coming in between
 */
export const untilWritten = <T>(attempt: () => Promise<T>): Promise<T> =>
  attempted(attempt, (error, tried) => (error instanceof WriteConflict ? longestWait(error, tried) : null));

/** Whoever did not get the number three times waits three times as long: it tells of more who want it. */
const MOST_PATIENCE = 3;

/**
 * Runs the end of a read-decide-write, which takes the next number of a series, until no other takes it in between. The
 * waits of its twelve attempts are 24 seconds together at most, within the time of a step of a workflow.
 * @throws TransientStoreError when others keep taking it; whatever else `attempt` throws
 */
export const untilNumbered = async <T>(attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempted(attempt, (error, tried) =>
      error instanceof NumberTaken ? longestWait(error, tried) * Math.min(tried, MOST_PATIENCE) : null,
    );
  } catch (error) {
    // Not the conflict itself: whoever runs this within a read-decide-write would begin it all again.
    if (error instanceof NumberTaken) throw new TransientStoreError(error.message, { cause: error });
    throw error;
  }
};
