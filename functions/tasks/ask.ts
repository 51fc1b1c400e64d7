import type { Application } from '../../domain/application/application.ts';
import { assertMove } from '../../domain/application/lifecycle.ts';
import type { ApplicationStatus } from '../../domain/application/status.ts';
import { type Asking, openTask } from '../../domain/task/rules.ts';
import type { HumanTask } from '../../domain/task/task.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { assertAskable } from '../applications/live.ts';
import { changeApplication } from '../data/applications.ts';
import { listTasks, newTaskWrite, type StoredTask } from '../data/tasks.ts';
import { untilWritten } from '../data/until-written.ts';
import { sendAnswer } from '../shared/workflow.ts';
import { amongOthers, openedTogether } from './among-others.ts';
import { takeUp } from './take-up.ts';

/** What a state that waits for people asks. */
export type Question = {
  kind: Asking['kind'];
  applicationId: string;
  /** ISO 8601 instant the state was entered. */
  now: string;
  taskToken: string;
  /** Where the application stands while it waits. */
  status: ApplicationStatus;
  /** What the state yields when the application shows that there is nothing (left) to ask; null when it must be asked. */
  settled?: (application: Application) => Record<string, unknown> | null;
  /**
   * Tells whether a task of this kind, opened at this very instant and answered, is this question, tried again. It is
   * not when the state was entered again at the same instant, as happens on a clock that stands still.
   */
  isThis?: (answered: HumanTask, application: Application) => boolean;
  asking: (application: Application) => Asking | Promise<Asking>;
  /** The line that tells of it; null where another line has told it. */
  happening: (task: HumanTask, application: Application) => Happening | null;
};

type Found = { settled: Record<string, unknown> } | { opened: HumanTask } | { before: StoredTask };

/** Opens the task, unless it was opened, or what it asks was settled, before. */
const open = async (question: Question): Promise<{ application: Application; found: Found }> => {
  const { applicationId, kind, now, taskToken: token, settled, isThis } = question;
  const result: { found?: Found } = {};
  const application = await changeApplication(applicationId, async (current) => {
    const output = settled?.(current) ?? null;
    if (output !== null) {
      result.found = { settled: output };
      return null;
    }
    const tasks = await listTasks(applicationId);
    const before = openedTogether(tasks, { kind, openedAt: now }).at(-1);
    if (before?.status === 'open' || (before?.answer && isThis?.(before, current) === true)) {
      result.found = { before };
      return null;
    }
    assertAskable(kind, current);
    // A member that moved stays one while it is placed anew.
    const status = current.status === 'admitted' ? current.status : question.status;
    assertMove(current.status, status);
    const opened = amongOthers(openTask(applicationId, await question.asking(current), now), tasks);
    const happening = question.happening(opened, current);
    result.found = { opened };
    return {
      application: { ...current, status },
      at: now,
      events: happening === null ? [] : [{ actor: { kind: 'system' }, happening }],
      writes: [newTaskWrite({ ...opened, token, answeredWith: null, revision: 0 })],
    };
  });
  if (result.found === undefined) throw new Error(`Nothing was decided of ${applicationId}.`);
  return { application, found: result.found };
};

/**
 * Opens a human task for a waiting state, once however often the state is tried: a task that is open gets the new
 * token, one that was answered meanwhile is delivered to it at once.
 * @returns the application and its open task; null when nothing is left to ask
 * @throws ApplicationWithdrawnError; TransientStoreError; TransientWorkflowError
 */
export const ask = (question: Question): Promise<{ application: Application; task: HumanTask } | null> =>
  untilWritten(async () => {
    const { application, found } = await open(question);
    if ('settled' in found) {
      await sendAnswer(question.taskToken, found.settled);
      return null;
    }
    const task = 'opened' in found ? found.opened : await takeUp(application, found.before, question.taskToken);
    return task === null ? null : { application, task };
  });
