import { digestFor, digestPlace, type Waiting, weekOf } from '../../domain/digest/digest.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { findApplication } from '../data/applications.ts';
import { listDigestReaders } from '../data/digest-readers.ts';
import { listOpenStaffTasks } from '../data/tasks.ts';
import { readEnvironment } from '../shared/environment.ts';
import { sendPersonalMail } from '../shared/mailer.ts';
import { logger } from '../shared/observability.ts';
import { scheduledJob } from '../shared/scheduled-job.ts';

const { site } = readEnvironment('site');

/** Tasks looked up at a time. */
const PAGE = 100;

/** Everything that waits for staff, what was escalated first, then the soonest due. */
const allWaiting = async (): Promise<Waiting[]> => {
  const waiting: Waiting[] = [];
  const names = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await listOpenStaffTasks({ cursor, limit: PAGE }, () => true);
    for (const { kind, dueAt, escalatedAt, audience, applicationId } of page.items) {
      const known = names.get(applicationId) ?? (await findApplication(applicationId))?.form.company.legalName;
      if (known === undefined) continue;
      names.set(applicationId, known);
      waiting.push({ kind, dueAt, escalatedAt, audience, companyName: known });
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return waiting;
};

/**
 * Writes to each reader what waits for their antenna, in their language, once a week however often it runs. A reader for
 * whom nothing waits gets no mail. One whose mail fails does not keep it from the others.
 */
export const handler = scheduledJob('weekly-digest', async (now) => {
  const [waiting, readers] = await Promise.all([allWaiting(), listDigestReaders()]);
  const week = weekOf(parisDay(now));
  const counts = { sent: 0, nothing: 0 };
  const failures: unknown[] = [];
  for (const reader of readers) {
    const digest = digestFor(reader, waiting, now);
    if (digest === null) {
      counts.nothing += 1;
      continue;
    }
    try {
      const sent = await sendPersonalMail({
        name: 'weekly-digest',
        to: reader,
        naturalKey: `digest#${week}#${reader.readerId}`,
        values: () => ({
          name: reader.name,
          place: digestPlace(reader.antenna, reader.language),
          waiting: String(digest.waiting),
          late: String(digest.late),
          lines: digest.lines,
          link: `${site}/staff`,
        }),
        now,
      });
      if (sent) counts.sent += 1;
    } catch (error) {
      failures.push(error);
      logger.error('digest not sent', {
        readerId: reader.readerId,
        error: error instanceof Error ? error : String(error),
      });
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} digests could not be sent.`);
  return counts;
});
