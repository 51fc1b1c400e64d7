import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { runNow } from './run-now.ts';

/** Has a schedule run now, as if it were its time. */
export const handler = api(ROUTES.RunSchedule, headOffice, async ({ caller, params, now }) => {
  await runNow(params.name, { time: now, by: caller.name });
  return { name: params.name, at: now };
});
