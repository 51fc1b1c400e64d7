import { parisDay } from '../../domain/time/paris.ts';
import { listYearlyDue } from '../data/growth-profiles.ts';
import { logger } from '../shared/observability.ts';
import { scheduledJob } from '../shared/scheduled-job.ts';
import { screenYearly } from './yearly.ts';

/** Companies looked up at a time, and screened together. */
const PAGE = 20;

/**
 * Screens the members whose figures are newer than their last screening. What it reads is what is due, however many
 * members there are; a run that is cut short leaves the rest to the next. One that fails keeps no other from its turn.
 */
export const handler = scheduledJob('yearly-screening', async (now) => {
  const failures: unknown[] = [];
  let screened = 0;
  const screen = async (applicationId: string): Promise<void> => {
    try {
      if (await screenYearly(applicationId, now)) screened += 1;
    } catch (error) {
      failures.push(error);
      logger.error('not screened', { applicationId, error: error instanceof Error ? error : String(error) });
    }
  };
  let cursor: string | undefined;
  do {
    const page = await listYearlyDue(parisDay(now), { cursor, limit: PAGE });
    await Promise.all(page.items.map(({ applicationId }) => screen(applicationId)));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} could not be screened.`);
  return { screened };
});
