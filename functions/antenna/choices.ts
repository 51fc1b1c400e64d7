import type { Write } from '../data/table.ts';
import { changeTask, listTasks } from '../data/tasks.ts';

/** The writes by which staff are no longer asked for a choice: it was not made in time, or the company has moved again. */
export const cancelChoices = async (applicationId: string): Promise<Write[]> =>
  (await listTasks(applicationId))
    .filter(({ kind, status }) => kind === 'choose-antenna' && status === 'open')
    .map((choice) => changeTask(choice, { status: 'cancelled' }).write);
