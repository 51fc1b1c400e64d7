import * as z from 'zod';
import { AwaitAppealInput } from '../../domain/growth/steps.ts';
import { juryDueAt } from '../../domain/jury/policy.ts';
import { listTasks } from '../data/tasks.ts';
import { task } from '../shared/task.ts';
import { askAboutCase } from './ask-case.ts';
import { mailDeclined } from './mails.ts';
import { caseTask, caseTaskId, newCaseTasks } from './tasks.ts';

/** Tells the company of the decision, and that it may appeal, once. */
export const handler = task(AwaitAppealInput, z.strictObject({}), async ({ applicationId, caseId, now, taskToken }) => {
  const asked = await askAboutCase({
    caseId,
    now,
    taskToken,
    ask: async (growthCase) => {
      // This state was tried before.
      if (growthCase.appeal !== null) return { growthCase, events: [] };
      const dueAt = juryDueAt('appeal-decision', now);
      const wanted = caseTask({
        taskId: caseTaskId(growthCase, 'appeal-decision', '1'),
        applicationId,
        kind: 'appeal-decision',
        audience: { kind: 'link' },
        openedAt: now,
        dueAt,
        note: null,
        token: taskToken,
      });
      return {
        growthCase: {
          ...growthCase,
          stage: 'appeal-open',
          appeal: { dueAt, answeredAt: null, appealed: false, grounds: '' },
        },
        events: [{ actor: { kind: 'system' }, happening: { type: 'appeal-opened', caseId, dueAt } }],
        writes: newCaseTasks([wanted], await listTasks(applicationId)),
      };
    },
  });
  if (asked !== null) await mailDeclined({ ...asked, now });
  return {};
});
