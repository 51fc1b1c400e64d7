import * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { assertMove } from '../../domain/application/lifecycle.ts';
import { EscalateReviewInput } from '../../domain/joining/steps.ts';
import { escalateTask, openTask } from '../../domain/task/rules.ts';
import { changeApplication } from '../data/applications.ts';
import { changeTask, listTasks, newTaskWrite, type StoredTask } from '../data/tasks.ts';
import { untilWritten } from '../data/until-written.ts';
import { task } from '../shared/task.ts';
import { sendAnswer } from '../shared/workflow.ts';
import { amongOthers } from '../tasks/among-others.ts';
import { takeUp } from '../tasks/take-up.ts';
import { assertLive } from './live.ts';
import { decided, reviewingAntenna } from './review.ts';

type Escalation = z.infer<typeof EscalateReviewInput>;

/** The review that people are asked for; null when a failure cancelled it. */
const pendingReview = (tasks: readonly StoredTask[]): StoredTask | null => {
  const latest = tasks.findLast(({ kind }) => kind === 'review-application');
  return latest === undefined || latest.status === 'cancelled' ? null : latest;
};

/**
 * Puts the question to the head office too: the same task, or a new one where a failure cancelled it.
 * @returns the task when there is nothing to put: it was escalated before (the state is tried again), or answered as
 *   the state before timed out
 */
const escalate = async ({
  applicationId,
  now,
  taskToken: token,
}: Escalation): Promise<{ application: Application; before: StoredTask | null }> => {
  const known: { before: StoredTask | null } = { before: null };
  const application = await changeApplication(applicationId, async (current) => {
    const tasks = await listTasks(applicationId);
    const review = pendingReview(tasks);
    known.before = review !== null && (review.escalatedAt !== null || review.answer !== null) ? review : null;
    if (known.before !== null || decided(current) !== null) return null;
    assertLive(current);
    assertMove(current.status, 'in-review');
    const asking = { kind: 'review-application', antenna: reviewingAntenna(current) } as const;
    const asked = review ?? amongOthers(openTask(applicationId, asking, now), tasks);
    const escalated = escalateTask(asked, now);
    return {
      application: { ...current, status: 'in-review' },
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'review-escalated' } }],
      writes: [
        review === null
          ? newTaskWrite({ ...escalated, token, answeredWith: null, revision: 0 })
          : changeTask(review, { ...escalated, token }).write,
      ],
    };
  });
  return { application, ...known };
};

/** Asks the head office too, past the due date: the antenna may still answer, and whoever answers first decides. */
export const handler = task(EscalateReviewInput, z.strictObject({}), async (input) => {
  await untilWritten(async () => {
    const { application, before } = await escalate(input);
    const decision = decided(application);
    if (decision !== null) await sendAnswer(input.taskToken, decision);
    else if (before !== null) await takeUp(application, before, input.taskToken);
  });
  return {};
});
