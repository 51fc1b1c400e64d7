import * as z from 'zod';
import type { ScheduleCounts, ScheduleName, ScheduleRun } from '../../domain/schedule/schedules.ts';
import { recordRun } from '../data/schedule-runs.ts';
import { job } from './task.ts';

/** What a schedule, or the button of the page of schedules, sends. */
const Event = z.object({
  time: z.iso.datetime(),
  /** Name of whoever had it run. */
  by: z.string().optional(),
});

/** The counts of a run; null when a workflow goes on with it, and tells itself what it came to. */
type Counted<Name extends ScheduleName> = ScheduleCounts<Name> | null;

/**
 * A handler that a schedule calls, which keeps what became of its run for the page of schedules.
 * @param run what it does, once however often it is called; it yields what it counted
 * @throws what `run` throws: the schedule tries again
 */
export const scheduledJob = <Name extends ScheduleName>(
  name: Name,
  run: (now: string, by: string | null) => Promise<Counted<Name>>,
) =>
  job(Event, async ({ time, by = null }, call) => {
    // How long it takes is no matter of rules: Lambda counts down, and the difference is told.
    const given = call.getRemainingTimeInMillis();
    const record = (told: Pick<ScheduleRun, 'outcome' | 'counts' | 'error'>): Promise<void> =>
      recordRun(name, { at: time, by, ms: Math.max(0, given - call.getRemainingTimeInMillis()), ...told });
    try {
      const counts = await run(time, by);
      await record({ outcome: counts === null ? 'running' : 'done', counts: counts ?? {}, error: null });
    } catch (error) {
      await record({ outcome: 'failed', counts: {}, error: error instanceof Error ? error.name : 'Error' });
      throw error;
    }
  });
