import { ROUTES } from '../../domain/contract/routes.ts';
import { taskScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { maySee } from '../../domain/task/rules.ts';
import { staffTaskView } from '../applications/views.ts';
import { getApplication } from '../data/applications.ts';
import { listOpenStaffTasks, type StoredTask } from '../data/tasks.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

/** The inbox: open tasks that the caller may see, what was escalated before all that has time left, the soonest due first. */
export const handler = api(ROUTES.ListStaffTasks, staff, async ({ caller, query }) => {
  const { antenna, kind, escalated, cursor, limit } = query;
  antennasToList(taskScope(caller), antenna);
  const asked = (task: StoredTask): boolean =>
    maySee(caller, task) &&
    (antenna === undefined || (task.audience.kind === 'staff' && task.audience.antennas.includes(antenna))) &&
    (kind === undefined || task.kind === kind) &&
    (escalated === undefined || (task.escalatedAt !== null) === escalated);
  const page = await listOpenStaffTasks({ cursor, limit }, asked);
  const items = await Promise.all(
    page.items.map(async (task) => staffTaskView(task, await getApplication(task.applicationId))),
  );
  return { ...page, items };
});
