import type { Member } from '../../domain/member/member.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { findMember } from '../data/members.ts';
import { findFormer } from '../data/siren-locks.ts';

/** The member that a company was before; null when it was none, or is one still. */
export const formerMember = async (siren: string): Promise<Member | null> => {
  const number = await findFormer(siren);
  const former = number === null ? null : await findMember(number);
  return former !== null && hasLeft(former.status) ? former : null;
};
