import { newMember } from '../../../domain/member/admit.ts';
import type { Member } from '../../../domain/member/member.ts';
import { MEMBERSHIP_POLICIES, type MembershipPolicy } from '../../../domain/member/policy.ts';
import { sampleApplication } from '../samples.ts';

/** The first version of the membership policy. */
export const samplePolicy = (): MembershipPolicy => {
  const [policy] = MEMBERSHIP_POLICIES;
  if (policy === undefined) throw new Error('There is no policy.');
  return policy;
};

/** A member of Lyon, admitted at an instant. */
export const sampleMember = (changes: Partial<Member> = {}, admittedAt = '2027-03-15T09:00:00.000Z'): Member => ({
  ...newMember(
    sampleApplication({
      status: 'approved',
      antenna: { code: 'LYO', assignedBy: 'rule', at: admittedAt, communeCode: '69266' },
    }),
    42,
    admittedAt,
  ),
  ...changes,
});
