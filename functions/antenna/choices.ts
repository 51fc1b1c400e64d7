import type { Write } from '../data/table.ts';
import { cancelWrites } from '../data/tasks.ts';

/** The writes by which staff are no longer asked for a choice: it was not made in time, or the company has moved again. */
export const cancelChoices = (applicationId: string): Promise<Write[]> =>
  cancelWrites(applicationId, ({ kind, status }) => kind === 'choose-antenna' && status === 'open');
