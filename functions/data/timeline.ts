import { TimelineEvent } from '../../domain/timeline/event.ts';
import { applicationPartition, EVENT_PREFIX, eventKey } from './keys.ts';
import { list, type Write } from './table.ts';

/**
 * Adds a line, in the transaction of the change it tells of: a change is written once, so its lines are too. A line
 * is never written over.
 * @param version the application's version after the change
 * @param place tells apart the lines of one change
 */
export const eventWrite = (applicationId: string, version: number, place: string, event: TimelineEvent): Write => ({
  put: { ...eventKey(applicationId, version, place), ...event },
  condition: 'attribute_not_exists(PK)',
});

/** The timeline of an application, the oldest line first, in the order of cause and effect. */
export const listTimeline = (applicationId: string): Promise<TimelineEvent[]> =>
  list({ pk: applicationPartition(applicationId), prefix: EVENT_PREFIX }, TimelineEvent);
