import type { Application } from '../../domain/application/application.ts';
import { assertAskable } from '../applications/live.ts';
import { type StoredTask, writeTask } from '../data/tasks.ts';
import { deliver } from './deliver.ts';

/**
 * Goes on with a task that was opened before: an open one gets the new token, an answered one is delivered to it.
 * @returns the open task; null when it was answered already
 * @throws ApplicationWithdrawnError; WriteConflict when the task changed meanwhile: read it again
 */
export const takeUp = async (application: Application, task: StoredTask, token: string): Promise<StoredTask | null> => {
  if (task.answer !== null) {
    await deliver({ ...task, token });
    return null;
  }
  assertAskable(task.kind, application);
  if (task.token !== token) await writeTask(task, { token });
  return task;
};
