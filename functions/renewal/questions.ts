import { isRenewalTask } from '../../domain/task/task.ts';
import type { Write } from '../data/table.ts';
import { cancelWrites } from '../data/tasks.ts';

/** The writes by which a member is no longer asked for its figures: nobody answered in time, or it is asked anew. */
export const cancelQuestions = (applicationId: string): Promise<Write[]> =>
  cancelWrites(applicationId, (task) => isRenewalTask(task) && task.status === 'open');
