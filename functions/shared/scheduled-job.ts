import * as z from 'zod';
import type { ScheduleName, ScheduleRun } from '../../domain/schedule/schedules.ts';
import { recordRun } from '../data/schedule-runs.ts';
import { job } from './task.ts';

/** What a schedule, or the button of the page of schedules, sends. */
const Event = z.object({
  time: z.iso.datetime(),
  /** Name of whoever had it run. */
  by: z.string().optional(),
});

/**
 * A handler that a schedule calls, which keeps what became of its run for the page of schedules.
 * @param run what it does, once however often it is called; it yields what it counted
 * @throws what `run` throws: the schedule tries again
 */
export const scheduledJob = (
  name: ScheduleName,
  run: (now: string, by: string | null) => Promise<ScheduleRun['counts']>,
) =>
  job(Event, async ({ time, by = null }) => {
    const record = (outcome: ScheduleRun['outcome'], counts: ScheduleRun['counts']): Promise<void> =>
      recordRun(name, { at: time, outcome, counts, by });
    try {
      await record('done', await run(time, by));
    } catch (error) {
      await record('failed', {});
      throw error;
    }
  });
