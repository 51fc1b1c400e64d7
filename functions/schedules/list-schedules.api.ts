import { ROUTES } from '../../domain/contract/routes.ts';
import { expressionOf, outlook, SCHEDULE_ZONE } from '../../domain/schedule/cadence.ts';
import { SCHEDULE_NAMES, SCHEDULES } from '../../domain/schedule/schedules.ts';
import { findLastOnTime, findLastRun } from '../data/schedule-runs.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';

/** What runs by itself, with its last and its next run. */
export const handler = api(ROUTES.ListSchedules, headOffice, async ({ now }) => {
  const items = await Promise.all(
    SCHEDULE_NAMES.map(async (name) => {
      const { cadence, title, what } = SCHEDULES[name];
      const [lastRun, lastOnTime] = await Promise.all([findLastRun(name), findLastOnTime(name)]);
      const { next, missed } = outlook(cadence, now, lastOnTime);
      return {
        name,
        title,
        what,
        expression: expressionOf(cadence),
        zone: SCHEDULE_ZONE,
        lastRun,
        nextRun: next,
        missed,
      };
    }),
  );
  return { items };
});
