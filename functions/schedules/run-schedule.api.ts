import { ROUTES } from '../../domain/contract/routes.ts';
import { assertHeadOffice } from '../../domain/staff/gate.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { runNow } from './run-now.ts';

/** Has a schedule run now, as if it were its time. */
export const handler = api(ROUTES.RunSchedule, staff, async ({ caller, params, now }) => {
  assertHeadOffice(caller);
  await runNow(params.name, { time: now, by: caller.name });
  return { name: params.name };
});
