import { type ScheduleName, ScheduleRun } from '../../domain/schedule/schedules.ts';
import { scheduleKey } from './keys.ts';
import { get, transact } from './table.ts';

/** The last run of a schedule; null when it has not run yet. */
export const findLastRun = (name: ScheduleName): Promise<ScheduleRun | null> => get(scheduleKey(name), ScheduleRun);

/** Keeps what a run came to, in the place of the one before. */
export const recordRun = (name: ScheduleName, run: ScheduleRun): Promise<void> =>
  transact([{ put: { ...scheduleKey(name), ...run } }]);
