import type { Application } from '../../domain/application/application.ts';
import { MembershipEndedError } from '../../domain/errors.ts';
import { type MemberStep, renewalOf } from '../../domain/member/lifecycle.ts';
import type { Member } from '../../domain/member/member.ts';
import { changeMember, type MemberWrite } from '../data/members.ts';

/** Which renewal a step is about, and when its state was entered. */
export type OfRenewal = { memberNumber: string; key: string; now: string };

/** @throws MembershipEndedError when the member is in no renewal for this period (any more) */
export const assertRenewing = (member: Member, key: string): NonNullable<Member['renewal']> => {
  const renewal = renewalOf(member, key);
  if (renewal === null) throw new MembershipEndedError(member.number);
  return renewal;
};

/** What must change with a member or not at all, and the lines that tell of it. */
type Alongside = Partial<Pick<MemberWrite, 'events' | 'writes'>>;

/**
 * Moves a member one step of its renewal on, once however often it is called.
 * @param decide what the domain says; null when that was done before
 * @param alongside what must change with the member or not at all
 * @returns the member afterwards
 * @throws MembershipEndedError; what a failed condition of the writes says of itself; TransientStoreError
 */
export const renewalStep = (
  { memberNumber, key, now }: OfRenewal,
  decide: (member: Member) => MemberStep | null,
  alongside: (member: Member, application: Application) => Alongside | Promise<Alongside> = () => ({}),
): Promise<Member> =>
  changeMember(memberNumber, async (member, application) => {
    assertRenewing(member, key);
    const step = decide(member);
    if (step === null) return null;
    const { events = [], writes = [] } = await alongside(member, application);
    return {
      member: step.member,
      at: now,
      events: [{ actor: { kind: 'system' }, happening: step.happening }, ...events],
      writes,
    };
  });
