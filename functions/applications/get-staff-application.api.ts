import { ROUTES } from '../../domain/contract/routes.ts';
import { antennasOf, readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { listTasks } from '../data/tasks.ts';
import { listTimeline } from '../data/timeline.ts';
import { noteOpened } from '../rights/opened.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { staffView } from './views.ts';

/** One application, whole, for staff who may read it. */
export const handler = api(ROUTES.GetStaffApplication, staff, async ({ caller, params, now }) => {
  const application = await getApplication(params.id);
  assertWithin(readingScope(caller), antennasOf(application));
  await noteOpened(caller, params.id, 'application', now);
  const [tasks, timeline] = await Promise.all([listTasks(params.id), listTimeline(params.id)]);
  return staffView(application, tasks, timeline);
});
