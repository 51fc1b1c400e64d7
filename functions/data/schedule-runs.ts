import * as z from 'zod';
import { type ScheduleName, ScheduleRun } from '../../domain/schedule/schedules.ts';
import { ConditionFailed } from './errors.ts';
import { scheduleKey, scheduleTimeKey } from './keys.ts';
import { get, transact, type Write } from './table.ts';

/** When a schedule was last called by its own time: ISO 8601 instant. */
const OnTime = z.object({ at: z.iso.datetime() });

/** The last run of a schedule; null when it has not run yet. */
export const findLastRun = (name: ScheduleName): Promise<ScheduleRun | null> => get(scheduleKey(name), ScheduleRun);

/** The instant of its last run that nobody asked for; null when there was none yet. */
export const findLastOnTime = async (name: ScheduleName): Promise<string | null> =>
  (await get(scheduleTimeKey(name), OnTime))?.at ?? null;

/** Puts in the place of what is older. Instants are compared as texts: all are written in UTC. */
const newest = (put: Extract<Write, { put: unknown }>['put'], at: string, orEqual: boolean): Write => ({
  put,
  condition: `attribute_not_exists(PK) OR #at ${orEqual ? '<=' : '<'} :at`,
  names: { '#at': 'at' },
  values: { ':at': at },
});

const unlessOlder = async (write: Write): Promise<void> => {
  try {
    await transact([write]);
  } catch (error) {
    // A later run has told already, or this one has told more.
    if (!(error instanceof ConditionFailed)) throw error;
  }
};

/**
 * Keeps what a run came to, in the place of the one before. A run tried again hours later does not hide a newer one, and
 * that it goes on elsewhere does not hide what it came to there.
 */
export const recordRun = async (name: ScheduleName, run: ScheduleRun): Promise<void> => {
  await unlessOlder(newest({ ...scheduleKey(name), ...run }, run.at, run.outcome !== 'running'));
  if (run.by === null) await unlessOlder(newest({ ...scheduleTimeKey(name), at: run.at }, run.at, true));
};
