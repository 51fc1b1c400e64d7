import { endResigned } from '../../domain/member/lifecycle.ts';
import { plusDays } from '../../domain/member/period.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeMember } from '../data/members.ts';
import { listPeriodsLeaving } from '../data/membership-lists.ts';
import { leaveSiren } from '../data/siren-locks.ts';
import { tellGrowthEnded } from '../growth/abandon.ts';
import { growthEnded } from '../growth/ending.ts';
import { scheduledJob } from '../shared/scheduled-job.ts';

/** Members looked up at a time. */
const PAGE = 100;

/** Ends one membership whose resignation has taken effect. @returns false when that was done before */
const end = async (number: string, today: string, now: string): Promise<boolean> => {
  const ended = { now: false };
  const member = await changeMember(number, async (before, application) => {
    const step = endResigned(before, today, now);
    ended.now = step !== null;
    if (step === null) return null;
    const growth = await growthEnded(application, { reason: 'left', by: { kind: 'system' }, now });
    return {
      member: step.member,
      at: now,
      events: [{ actor: { kind: 'system' }, happening: step.happening }, ...growth.events],
      writes: [...leaveSiren(before.company.siren, number), ...growth.writes],
    };
  });
  await tellGrowthEnded(member.applicationId, now);
  return ended.now;
};

/** Ends the memberships that a resignation ended the day before, or on a day that was missed. */
export const handler = scheduledJob('end-memberships', async (now) => {
  const today = parisDay(now);
  let ended = 0;
  let cursor: string | undefined;
  do {
    const page = await listPeriodsLeaving(plusDays(today, -1), { cursor, limit: PAGE });
    for (const { number } of page.items) if (await end(number, today, now)) ended += 1;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { ended };
});
