import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { taskScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { staffTaskView } from '../applications/views.ts';
import { getApplication } from '../data/applications.ts';
import { getTask } from '../data/tasks.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

/** One task put to staff, whatever became of it. */
export const handler = api(ROUTES.GetStaffTask, staff, async ({ caller, params }) => {
  const task = await getTask(params.id);
  // What the applicant is asked is no task of the staff's.
  if (task.audience.kind !== 'staff') throw new Refusal('not-found');
  assertWithin(taskScope(caller), task.audience.antennas);
  return staffTaskView(task, await getApplication(task.applicationId));
});
