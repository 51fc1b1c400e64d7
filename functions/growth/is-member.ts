import type { Application } from '../../domain/application/application.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { findMember } from '../data/members.ts';

/**
 * Tells whether a dossier is that of a member: admitted, neither gone nor back under another dossier. A suspended one
 * still is.
 */
export const isMember = async ({ applicationId, memberNumber }: Application): Promise<boolean> => {
  const member = memberNumber === null ? null : await findMember(memberNumber);
  return member !== null && member.applicationId === applicationId && !hasLeft(member.status);
};
