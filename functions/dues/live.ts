import type { Application } from '../../domain/application/application.ts';
import { ApplicationWithdrawnError } from '../../domain/errors.ts';
import { renewalOf } from '../../domain/member/lifecycle.ts';
import { renewalOfDues } from '../../domain/renewal/names.ts';
import { getMember } from '../data/members.ts';

/**
 * Dues of a renewal are asked as long as it is under way.
 * @throws ApplicationWithdrawnError: the workflow ends in order
 */
export const assertDue = async ({ applicationId, memberNumber }: Application, duesId: string): Promise<void> => {
  const key = renewalOfDues(duesId);
  if (key === null || memberNumber === null) return;
  const member = await getMember(memberNumber);
  if (renewalOf(member, key) === null) throw new ApplicationWithdrawnError(applicationId);
};

/**
 * Dues are asked of whoever has not withdrawn, a member included.
 * @throws ApplicationWithdrawnError: the workflow ends in order
 */
export const assertAsked = ({ applicationId, status }: Pick<Application, 'applicationId' | 'status'>): void => {
  if (status === 'withdrawn') throw new ApplicationWithdrawnError(applicationId);
};
