import { MembershipEndedError } from '../../domain/errors.ts';
import { type MemberStep, renewalOf } from '../../domain/member/lifecycle.ts';
import type { Member } from '../../domain/member/member.ts';
import { changeMember } from '../data/members.ts';
import type { Write } from '../data/table.ts';

/** Which renewal a step is about, and when its state was entered. */
export type OfRenewal = { memberNumber: string; key: string; now: string };

/** @throws MembershipEndedError when the member is in no renewal for this period (any more) */
export const assertRenewing = (member: Member, key: string): NonNullable<Member['renewal']> => {
  const renewal = renewalOf(member, key);
  if (renewal === null) throw new MembershipEndedError(member.number);
  return renewal;
};

/**
 * Moves a member one step of its renewal on, once however often it is called.
 * @param decide what the domain says; null when that was done before
 * @param writes what must change with the member or not at all
 * @returns the member afterwards
 * @throws MembershipEndedError; what a failed condition of `writes` says of itself; TransientStoreError
 */
export const renewalStep = (
  { memberNumber, key, now }: OfRenewal,
  decide: (member: Member) => MemberStep | null,
  writes: (member: Member) => Write[] | Promise<Write[]> = () => [],
): Promise<Member> =>
  changeMember(memberNumber, async (member) => {
    assertRenewing(member, key);
    const step = decide(member);
    if (step === null) return null;
    return {
      member: step.member,
      at: now,
      events: [{ actor: { kind: 'system' }, happening: step.happening }],
      writes: await writes(member),
    };
  });
