import * as z from 'zod';
import { withSession } from '../../domain/growth/case.ts';
import { RemindJurorsInput } from '../../domain/growth/steps.ts';
import { silentOf } from '../../domain/jury/vote.ts';
import { askAboutCase } from '../growth/ask-case.ts';
import { task } from '../shared/task.ts';
import { mailJurors } from './mails.ts';
import { sessionOf } from './session.ts';

/** Reminds those who have not voted. Their questions stand as they were, with the same due date. */
export const handler = task(RemindJurorsInput, z.strictObject({}), async ({ caseId, now, taskToken }) => {
  const asked = await askAboutCase({
    caseId,
    now,
    taskToken,
    ask: async (growthCase) => {
      const session = sessionOf(growthCase);
      if (session.remindedAt !== null || silentOf(session).length === 0) return { growthCase, events: [] };
      return {
        growthCase: withSession(growthCase, { ...session, remindedAt: now }),
        events: [{ actor: { kind: 'system' }, happening: { type: 'jury-reminded', caseId } }],
      };
    },
  });
  if (asked === null) return {};
  const session = sessionOf(asked.growthCase);
  await mailJurors('jury-reminded', asked.growthCase, session, silentOf(session), now);
  return {};
});
