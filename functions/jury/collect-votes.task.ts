import * as z from 'zod';
import { CollectVotesInput } from '../../domain/growth/steps.ts';
import { silentOf } from '../../domain/jury/vote.ts';
import { askAboutCase } from '../growth/ask-case.ts';
import { task } from '../shared/task.ts';
import { mailJurors } from './mails.ts';
import { sessionOf } from './session.ts';
import { askingWrites } from './vote-tasks.ts';

/** Asks each juror for a vote. One state waits for all of them: the vote that settles it leads on. */
export const handler = task(CollectVotesInput, z.strictObject({}), async ({ caseId, now, taskToken }) => {
  const asked = await askAboutCase({
    caseId,
    now,
    taskToken,
    ask: async (growthCase) => ({
      growthCase: { ...growthCase, stage: 'voting' },
      // Who sits, and until when, was told as the jury was convened.
      events: [],
      writes: await askingWrites(growthCase, sessionOf(growthCase), { now, token: taskToken }),
    }),
  });
  if (asked === null) return {};
  const session = sessionOf(asked.growthCase);
  await mailJurors('jury-invited', asked.growthCase, session, silentOf(session), now);
  return {};
});
