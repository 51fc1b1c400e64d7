import type { Application } from '../../domain/application/application.ts';
import { assertMove } from '../../domain/application/lifecycle.ts';
import type { ApplicationStatus } from '../../domain/application/status.ts';
import { type Asking, openTask, taskIdOf } from '../../domain/task/rules.ts';
import type { HumanTask } from '../../domain/task/task.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { assertLive } from '../applications/live.ts';
import { changeApplication } from '../data/applications.ts';
import { changeTask, findTask, newTaskWrite, type StoredTask, writeTask } from '../data/tasks.ts';
import { untilWritten } from '../data/until-written.ts';
import { deliver } from './deliver.ts';

/** What a state that waits for people asks. */
export type Question<K extends Asking['kind']> = {
  kind: K;
  applicationId: string;
  /** ISO 8601 instant the state was entered. */
  now: string;
  taskToken: string;
  /** Where the application stands while it waits. */
  status: ApplicationStatus;
  asking: (application: Application) => Extract<Asking, { kind: K }> | Promise<Extract<Asking, { kind: K }>>;
  /** The line that tells of it; null where another line has told it. */
  happening: (task: HumanTask, application: Application) => Happening | null;
};

/**
 * Opens a human task for a waiting state, once however often the state is tried: a task that is open gets the new
 * token, one that was answered meanwhile is delivered to it at once.
 * @returns the application, and its open task; null when it was answered already
 * @throws ApplicationWithdrawnError; TransientStoreError; TransientWorkflowError
 */
export const ask = <K extends Asking['kind']>(
  question: Question<K>,
): Promise<{ application: Application; task: HumanTask | null }> => {
  const { kind, applicationId, now, taskToken: token } = question;
  return untilWritten(async () => {
    let found: StoredTask | null = null;
    let opened: HumanTask | null = null;
    const application = await changeApplication(applicationId, async (before) => {
      found = await findTask(taskIdOf(applicationId, kind, now));
      // A state that is tried again after its answer was stored finds a status that the answer led to.
      if (found !== null && found.status !== 'cancelled') return null;
      assertLive(before);
      assertMove(before.status, question.status);
      opened = openTask(applicationId, await question.asking(before), now);
      const stored: StoredTask = { ...opened, token, answeredWith: null, revision: 0 };
      const happening = question.happening(opened, before);
      return {
        application: { ...before, status: question.status },
        at: now,
        events: happening === null ? [] : [{ actor: { kind: 'system' }, happening }],
        writes: [found === null ? newTaskWrite(stored) : changeTask(found, stored).write],
      };
    });
    return { application, task: opened ?? (await takeUp(application, found, token)) };
  });
};

/** Goes on with a task that was opened before: gives it the new token, or delivers its answer. */
const takeUp = async (application: Application, task: StoredTask | null, token: string): Promise<HumanTask | null> => {
  if (task === null) throw new Error(`The application ${application.applicationId} has no task to go on with.`);
  if (task.answer !== null) {
    await deliver({ ...task, token });
    return null;
  }
  assertLive(application);
  if (task.token !== token) await writeTask(task, { token });
  return task;
};
