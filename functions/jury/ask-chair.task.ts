import * as z from 'zod';
import { withChairAsked } from '../../domain/growth/progress.ts';
import { AskChairInput } from '../../domain/growth/steps.ts';
import { silentOf } from '../../domain/jury/vote.ts';
import { changeTask, listTasks } from '../data/tasks.ts';
import { askAboutCase } from '../growth/ask-case.ts';
import { cancelling } from '../growth/tasks.ts';
import { task } from '../shared/task.ts';
import { mailJurors } from './mails.ts';
import { sessionOf } from './session.ts';
import { voteTaskId } from './vote-tasks.ts';

/** Asks the chair alone, whose vote settles a tie: the same question, with a date of its own. */
export const handler = task(AskChairInput, z.strictObject({}), async ({ applicationId, caseId, now, taskToken }) => {
  const asked = await askAboutCase({
    caseId,
    now,
    taskToken,
    ask: async (growthCase) => {
      // This state was tried before.
      if (growthCase.stage === 'chair-asked') return { growthCase, events: [] };
      const changed = withChairAsked(growthCase, now);
      const session = sessionOf(changed);
      const chair = silentOf(session).map(({ jurorId }) => voteTaskId(changed, session, jurorId));
      const open = (await listTasks(applicationId)).filter(
        ({ kind, status }) => kind === 'jury-vote' && status === 'open',
      );
      return {
        growthCase: { ...changed, stage: 'chair-asked' },
        events: [{ actor: { kind: 'system' }, happening: { type: 'chair-asked', caseId, dueAt: session.dueAt } }],
        writes: [
          ...open
            .filter(({ taskId }) => chair.includes(taskId))
            .map((one) => changeTask(one, { dueAt: session.dueAt }).write),
          ...cancelling(open, ({ taskId }) => chair.includes(taskId)),
        ],
      };
    },
  });
  if (asked === null) return {};
  const session = sessionOf(asked.growthCase);
  await mailJurors('jury-chair-asked', asked.growthCase, session, silentOf(session), now);
  return {};
});
