import { Access, accessHour } from '../../domain/rights/access.ts';
import { ConditionFailed } from './errors.ts';
import { ACCESS_LOG, accessKey, accessPartition } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { type Key, list, transact } from './table.ts';

/**
 * Notes that a member of staff opened a part of a dossier: the first time in an hour, and never over what is there.
 * @throws TransientStoreError: what cannot be noted is not shown
 */
export const recordAccess = async (access: Access): Promise<void> => {
  const { applicationId, at, by, opened } = access;
  try {
    await transact([
      {
        put: {
          ...accessKey(applicationId, accessHour(at), by.id, opened),
          GSI1PK: ACCESS_LOG,
          GSI1SK: `${at}#${applicationId}`,
          ...access,
        },
        condition: 'attribute_not_exists(PK)',
      },
    ]);
  } catch (error) {
    // Within the same hour.
    if (!(error instanceof ConditionFailed)) throw error;
  }
};

/** Who among staff opened a dossier, the latest first. */
export const listAccess = (applicationId: string): Promise<Access[]> =>
  list({ pk: accessPartition(applicationId), newestFirst: true }, Access);

/** Lines written before a day, the oldest first. @param day ISO 8601 date */
export const listAccessBefore = (day: string, page: PageRequest): Promise<Page<Access>> =>
  readPage('GSI1', { pk: ACCESS_LOG, before: day }, Access, page);

/** The key of a line. */
export const keyOfAccess = ({ applicationId, at, by, opened }: Access): Key =>
  accessKey(applicationId, accessHour(at), by.id, opened);
