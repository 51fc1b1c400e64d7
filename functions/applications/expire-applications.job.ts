import { isOverdue } from '../../domain/application/overdue.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listUnconfirmed } from '../data/applications.ts';
import { listTasks } from '../data/tasks.ts';
import { scheduledJob } from '../shared/scheduled-job.ts';
import { closeApplication } from './close.ts';

/** Applications looked up at a time. */
const PAGE = 100;

/**
 * Closes what was not confirmed in time and what its workflow left open: one that was lost cannot. A workflow that is
 * only late finds the application closed, and ends as it would have.
 */
export const handler = scheduledJob('expire-applications', async (now) => {
  let closed = 0;
  let cursor: string | undefined;
  do {
    const page = await listUnconfirmed(parisDay(now), { cursor, limit: PAGE });
    for (const application of page.items) {
      const { applicationId } = application;
      if (!isOverdue(application, await listTasks(applicationId), now)) continue;
      await closeApplication(applicationId, 'expired', 'email-unconfirmed', now);
      closed += 1;
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { closed };
});
