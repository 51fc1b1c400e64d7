import type { GrowthCase } from '../../domain/growth/case.ts';
import type { Audience, GrowthKind } from '../../domain/task/task.ts';
import type { Write } from '../data/table.ts';
import { changeTask, listTasks, newTaskWrite, type StoredTask } from '../data/tasks.ts';

/** Natural key of a question about a case: asked again, it is the same question. @param what tells it from others of its kind */
export const caseTaskId = ({ caseId, applicationId, number }: GrowthCase, kind: GrowthKind, what: string): string => {
  if (!caseId.startsWith(applicationId)) throw new Error(`The case ${caseId} is of another company.`);
  return `${applicationId}~${kind}~${number}-${what}`;
};

/** A question about a case. Its answer is stored with the case, whose token the waiting state is told through. */
export const caseTask = (question: {
  taskId: string;
  applicationId: string;
  kind: GrowthKind;
  audience: Audience;
  openedAt: string;
  dueAt: string;
  note: string | null;
  token: string;
}): StoredTask => ({
  ...question,
  status: 'open',
  escalatedAt: null,
  answer: null,
  answeredWith: null,
  revision: 0,
});

/** The writes of questions, but for those that were asked before. @param tasks all of the application */
export const newCaseTasks = (wanted: readonly StoredTask[], tasks: readonly StoredTask[]): Write[] =>
  wanted.filter(({ taskId }) => !tasks.some((task) => task.taskId === taskId)).map(newTaskWrite);

/** Tasks of a screening that are still open. */
export const openGrowthTasks = async (applicationId: string): Promise<StoredTask[]> =>
  (await listTasks(applicationId)).filter(
    ({ kind, status }) =>
      status === 'open' && (kind === 'jury-vote' || kind === 'provide-more' || kind === 'appeal-decision'),
  );

/** The writes that cancel open questions. @param keep leaves some of them open */
export const cancelling = (tasks: readonly StoredTask[], keep: (task: StoredTask) => boolean = () => false): Write[] =>
  tasks.filter((task) => !keep(task)).map((task) => changeTask(task, { status: 'cancelled' }).write);
