import * as z from 'zod';
import { questionsOf } from '../../domain/growth/progress.ts';
import { AskCompanyInput } from '../../domain/growth/steps.ts';
import { juryDueAt } from '../../domain/jury/policy.ts';
import { listTasks } from '../data/tasks.ts';
import { task } from '../shared/task.ts';
import { askAboutCase } from './ask-case.ts';
import { mailMoreAsked } from './mails.ts';
import { caseTask, caseTaskId, newCaseTasks } from './tasks.ts';

/** Puts the jury's questions to the company, unsigned. */
export const handler = task(AskCompanyInput, z.strictObject({}), async ({ applicationId, caseId, now, taskToken }) => {
  const asked = await askAboutCase({
    caseId,
    now,
    taskToken,
    ask: async (growthCase) => {
      // This state was tried before: the question of this sitting is asked already.
      if (growthCase.stage === 'more-asked') return { growthCase, events: [] };
      const dueAt = juryDueAt('provide-more', now);
      const questions = questionsOf(growthCase);
      const note = questions.join('\n\n');
      const question = { askedAt: now, dueAt, questions, answeredAt: null, answer: null };
      const taskId = caseTaskId(growthCase, 'provide-more', String(growthCase.questions.length + 1));
      const audience = { kind: 'link' } as const;
      const wanted = caseTask({
        taskId,
        applicationId,
        kind: 'provide-more',
        audience,
        openedAt: now,
        dueAt,
        note,
        token: taskToken,
      });
      return {
        growthCase: { ...growthCase, stage: 'more-asked', questions: [...growthCase.questions, question] },
        events: [{ actor: { kind: 'system' }, happening: { type: 'more-asked', caseId, dueAt, comment: note } }],
        writes: newCaseTasks([wanted], await listTasks(applicationId)),
      };
    },
  });
  if (asked !== null) await mailMoreAsked({ ...asked, now });
  return {};
});
