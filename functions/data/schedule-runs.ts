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

/** Writes together what is not older than what is there. */
const unlessOlder = async (writes: readonly Write[]): Promise<void> => {
  try {
    await transact(writes);
  } catch (error) {
    // A later run has told already, or this one has told more; that says nothing of the other write, if there is one.
    if (!(error instanceof ConditionFailed)) throw error;
    if (writes.length > 1) for (const write of writes) await unlessOlder([write]);
  }
};

/**
 * Keeps what a run came to, in the place of the one before. A run tried again hours later does not hide a newer one, and
 * that it goes on elsewhere does not hide what it came to there.
 */
export const recordRun = async (name: ScheduleName, run: ScheduleRun): Promise<void> => {
  const told = newest({ ...scheduleKey(name), ...run }, run.at, run.outcome !== 'running');
  const onTime = newest({ ...scheduleTimeKey(name), at: run.at }, run.at, true);
  await unlessOlder(run.by === null ? [told, onTime] : [told]);
};
