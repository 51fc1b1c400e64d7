import { Refusal } from '../../domain/errors.ts';
import type { Member } from '../../domain/member/member.ts';
import { getApplication } from '../data/applications.ts';
import { findMember } from '../data/members.ts';

/**
 * The member that the dossier of a link became, and heads.
 * @throws Refusal `not-a-member`, `not-found`; TransientStoreError
 */
export const memberOfDossier = async (applicationId: string): Promise<Member> => {
  const { memberNumber } = await getApplication(applicationId);
  const member = memberNumber === null ? null : await findMember(memberNumber);
  if (member === null || member.applicationId !== applicationId) throw new Refusal('not-a-member');
  return member;
};
