import * as z from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { HumanTask } from '../../domain/task/task.ts';
import { WriteConflict } from './errors.ts';
import { applicationPartition, OPEN_TASKS, TASK_PREFIX, taskIndexes, taskKey } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { get, list, transact, type Write } from './table.ts';

/** A human task with what only the back end may know. */
export const StoredTask = HumanTask.extend({
  /** What Step Functions gave the waiting state: the answer is sent to it. */
  token: z.string().min(1),
  /** Which post answered it: the same key and body may be sent again. */
  answeredWith: z.object({ keySha256: z.string().nullable(), bodySha256: z.string() }).nullable(),
  /** Grows by one at each write. */
  revision: z.int().nonnegative(),
});
export type StoredTask = z.infer<typeof StoredTask>;

/** The application a task belongs to: its id starts with it. */
export const applicationIdOf = (taskId: string): string => taskId.split('~')[0] ?? '';

/** What a task asks for, as its id says: an answer goes to whoever keeps the rules of that kind. */
export const kindOf = (taskId: string): string => taskId.split('~')[1] ?? '';

/** The task, strongly consistent; null when there is none. */
export const findTask = (taskId: string): Promise<StoredTask | null> => get(taskKey(taskId), StoredTask);

/** @throws Refusal `not-found` */
export const getTask = async (taskId: string): Promise<StoredTask> => {
  const task = await findTask(taskId);
  if (task === null) throw new Refusal('not-found');
  return task;
};

/** Ids of one instant end in a number where there are several. */
const inOrderOfId = (a: string, b: string): number => a.length - b.length || a.localeCompare(b);

/** Every task of an application, whatever its status, the oldest first. */
export const listTasks = async (applicationId: string): Promise<StoredTask[]> => {
  const tasks = await list({ pk: applicationPartition(applicationId), prefix: TASK_PREFIX }, StoredTask);
  return tasks.sort((a, b) => a.openedAt.localeCompare(b.openedAt) || inOrderOfId(a.taskId, b.taskId));
};

/** Open tasks put to staff, those first due first. @param keep leaves out what the caller may not see */
export const listOpenStaffTasks = (page: PageRequest, keep: (task: StoredTask) => boolean): Promise<Page<StoredTask>> =>
  readPage('GSI1', { pk: OPEN_TASKS }, StoredTask, page, keep);

/** The write of a task nobody has opened yet. */
export const newTaskWrite = (task: StoredTask): Write => ({
  put: { ...taskKey(task.taskId), ...taskIndexes(task), ...task },
  condition: 'attribute_not_exists(PK)',
  otherwise: () => new WriteConflict(`The task ${task.taskId} was opened by another.`),
});

/** A change to a task as it was read: the task afterwards, and the write, which fails when somebody else wrote first. */
export const changeTask = (before: StoredTask, changes: Partial<StoredTask>): { task: StoredTask; write: Write } => {
  const task = { ...before, ...changes, revision: before.revision + 1 };
  const write: Write = {
    put: { ...taskKey(task.taskId), ...taskIndexes(task), ...task },
    condition: 'revision = :read',
    values: { ':read': before.revision },
    otherwise: () => new WriteConflict(`The task ${task.taskId} was changed by another.`),
  };
  return { task, write };
};

/** The writes by which what a dossier is asked is asked no more. @param which tells the tasks that are called off */
export const cancelWrites = async (applicationId: string, which: (task: StoredTask) => boolean): Promise<Write[]> =>
  (await listTasks(applicationId)).filter(which).map((task) => changeTask(task, { status: 'cancelled' }).write);

/** Changes a task alone. @throws {@link WriteConflict} when another was first */
export const writeTask = (before: StoredTask, changes: Partial<StoredTask>): Promise<void> =>
  transact([changeTask(before, changes).write]);
