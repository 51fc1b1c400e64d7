import type { Application } from '../../domain/application/application.ts';
import type { Member } from '../../domain/member/member.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { findMember } from '../data/members.ts';

/**
 * The member a dossier is that of, suspended or not; null when there is none, or it is gone, or back under another
 * dossier.
 */
export const memberOf = async ({ applicationId, memberNumber }: Application): Promise<Member | null> => {
  const member = memberNumber === null ? null : await findMember(memberNumber);
  return member !== null && member.applicationId === applicationId && !hasLeft(member.status) ? member : null;
};
