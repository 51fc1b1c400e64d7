import * as z from 'zod';
import { ScheduleName, ScheduleRun } from '../schedule/schedules.ts';
import { type Route, staffProblems } from './route.ts';

// What runs by itself, and the button that has it run now.

/** In both languages, ready to show. */
const text = z.object({ fr: z.string(), en: z.string() });

export const ScheduleList = z.object({
  items: z.array(
    z.object({
      name: ScheduleName,
      title: text,
      what: text,
      /** As EventBridge Scheduler writes it: `cron(30 0 * * ? *)`, in `zone`. */
      expression: z.string(),
      zone: z.string(),
      /** Null until it has run once. */
      lastRun: ScheduleRun.nullable(),
      nextRun: z.iso.datetime(),
      /** The time it should have run at and did not; null when it did. */
      missed: z.iso.datetime().nullable(),
    }),
  ),
});

export const SCHEDULE_ROUTES = {
  ListSchedules: {
    method: 'GET',
    path: '/staff/schedules',
    caller: 'staff',
    entry: 'schedules/list-schedules',
    summary: 'What runs by itself: when it ran last, with what result, and when it runs next (head office)',
    status: 200,
    response: ScheduleList,
    problems: staffProblems,
  },
  RunSchedule: {
    method: 'POST',
    path: '/staff/schedules/{name}/run',
    caller: 'staff',
    entry: 'schedules/run-schedule',
    summary: 'Have one run now; `at` is the run to look for among the last ones (head office)',
    params: z.strictObject({ name: ScheduleName }),
    status: 202,
    response: z.object({ name: ScheduleName, at: z.iso.datetime() }),
    problems: [...staffProblems, 'not-found'],
  },
} as const satisfies Record<string, Route>;
