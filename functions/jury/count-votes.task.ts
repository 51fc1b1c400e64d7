import { afterVote, closeVote } from '../../domain/growth/progress.ts';
import { CountVotesInput, CountVotesOutput } from '../../domain/growth/steps.ts';
import { changeCase } from '../data/growth-cases.ts';
import { assertCaseOpen } from '../growth/live.ts';
import { task } from '../shared/task.ts';
import { sessionOf } from './session.ts';
import { cancellingVotes } from './vote-tasks.ts';

/** Counts what was voted and closes the sitting, unless the chair has still to settle a tie. */
export const handler = task(CountVotesInput, CountVotesOutput, async ({ applicationId, caseId, now }) => {
  const { growthCase } = await changeCase(caseId, async (current) => {
    assertCaseOpen(current);
    const closed = closeVote(current, now);
    if (closed === current) return null;
    const { verdict } = sessionOf(closed);
    if (verdict === null) throw new Error(`The case ${caseId} has a closed session without a verdict.`);
    const next = afterVote(closed);
    return {
      growthCase: { ...closed, token: null, stage: next === 'next-session' ? 'next-session' : 'convening' },
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'votes-counted', caseId, verdict } }],
      writes: await cancellingVotes(applicationId),
    };
  });
  return { next: afterVote(growthCase) };
});
