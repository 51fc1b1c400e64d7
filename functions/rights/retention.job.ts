import { Refusal } from '../../domain/errors.ts';
import { accessKeptFrom } from '../../domain/rights/access.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { keyOfAccess, listAccessBefore } from '../data/access-log.ts';
import { removeAll } from '../data/dossiers.ts';
import { listToErase, type ToErase } from '../data/retention.ts';
import { logger } from '../shared/observability.ts';
import { scheduledJob } from '../shared/scheduled-job.ts';
import { removeBankFiles } from './bank-files.ts';
import { eraseDossier, removeAccounts } from './erase.ts';

/** Dossiers, and lines of the log, looked up at a time. */
const PAGE = 100;

/** Erases the people of a dossier, or what was kept of it. @returns what that counts as */
const attend = async ({ applicationId, stage }: ToErase, now: string): Promise<'erased' | 'removed' | 'waiting'> => {
  try {
    if (stage === 'accounts') {
      await removeAccounts(applicationId);
      return 'removed';
    }
    await eraseDossier(applicationId, { by: { kind: 'system' }, comment: '', now });
    return 'erased';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Something is owed, or the company came back: it is looked at again tomorrow. One that is gone was seen late.
    return 'waiting';
  }
};

/** Removes the lines of the access log that are over their year. @returns how many */
const trimLog = async (today: string): Promise<number> => {
  let lines = 0;
  let cursor: string | undefined;
  do {
    const page = await listAccessBefore(accessKeptFrom(today), { cursor, limit: PAGE });
    await removeAll(page.items.map(keyOfAccess));
    lines += page.items.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return lines;
};

/**
 * Erases what is over its time, by the index that lists it by day, files of the bank among it. What is erased leaves the
 * list, so a run that was cut short, or missed, is made up for by the next; what fails does not keep the others from their
 * turn.
 */
export const handler = scheduledJob('retention', async (now) => {
  const today = parisDay(now);
  const counts = { erased: 0, removed: 0, waiting: 0 };
  const failures: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await listToErase(today, { cursor, limit: PAGE });
    for (const entry of page.items) {
      try {
        counts[await attend(entry, now)] += 1;
      } catch (error) {
        failures.push(error);
        logger.error('not erased', {
          applicationId: entry.applicationId,
          error: error instanceof Error ? error : String(error),
        });
      }
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  counts.removed += await removeBankFiles(today);
  const lines = await trimLog(today);
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} could not be erased.`);
  return { ...counts, lines };
});
