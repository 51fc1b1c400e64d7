import type { Opened } from '../../domain/rights/access.ts';
import type { StaffMember } from '../../domain/staff/staff.ts';
import { recordAccess } from '../data/access-log.ts';

/**
 * Notes that a member of staff opened a part of a dossier, before it is shown.
 * @param now ISO 8601 instant
 * @throws TransientStoreError
 */
export const noteOpened = (
  { id, name }: Pick<StaffMember, 'id' | 'name'>,
  applicationId: string,
  opened: Opened,
  now: string,
): Promise<void> => recordAccess({ applicationId, at: now, by: { id, name }, opened });
