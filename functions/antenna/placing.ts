import type { Application } from '../../domain/application/application.ts';
import { ApplicationWithdrawnError } from '../../domain/errors.ts';
import type { Member } from '../../domain/member/member.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { assertLive } from '../applications/live.ts';
import { getMember } from '../data/members.ts';

/**
 * Whom an antenna is assigned to: an application on its way, or the member it became, which moved.
 * @returns the member; null for an application
 * @throws ApplicationWithdrawnError when there is nobody to place any more: the workflow ends in order
 */
export const placing = async (application: Application): Promise<Member | null> => {
  const { applicationId, status, memberNumber } = application;
  if (status !== 'admitted' || memberNumber === null) {
    assertLive(application);
    return null;
  }
  const member = await getMember(memberNumber);
  if (hasLeft(member.status)) throw new ApplicationWithdrawnError(applicationId);
  return member;
};
