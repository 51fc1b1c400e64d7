import { parseAnswer, workflowOutput } from '../../domain/task/rules.ts';
import { isJoiningTask, isRenewalTask } from '../../domain/task/task.ts';
import { WriteConflict } from '../data/errors.ts';
import { type StoredTask, writeTask } from '../data/tasks.ts';
import { sendAnswer } from '../shared/workflow.ts';

/** What the waiting state is told: the decision, and nothing about people. The figures of a renewal stay in the table. */
const outputOf = (task: StoredTask): Record<string, unknown> => {
  if (task.answer !== null && isRenewalTask(task)) return {};
  if (task.answer === null || !isJoiningTask(task)) {
    throw new Error(`The task ${task.taskId} has no answer to deliver.`);
  }
  return workflowOutput(task, parseAnswer(task.kind, task.answer.value));
};

/**
 * Tells the waiting state what was answered, and marks the task. A state that waits no more is no fault: it has the
 * answer already, or, where it was retried or escalated, its successor finds the answer when it starts.
 * @param task an answered task; its token is the one to send to
 * @throws TransientWorkflowError, TransientStoreError: the redelivery job tries again
 */
export const deliver = async (task: StoredTask): Promise<void> => {
  await sendAnswer(task.token, outputOf(task));
  if (task.status === 'delivered') return;
  try {
    await writeTask(task, { status: 'delivered' });
  } catch (error) {
    // Another delivered it at the same time, or the application was closed meanwhile.
    if (!(error instanceof WriteConflict)) throw error;
  }
};
