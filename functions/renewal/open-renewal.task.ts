import { MembershipEndedError } from '../../domain/errors.ts';
import { openRenewal, renewalOf } from '../../domain/member/lifecycle.ts';
import { OpenRenewalInput, OpenRenewalOutput } from '../../domain/renewal/steps.ts';
import { changeMember } from '../data/members.ts';
import { task } from '../shared/task.ts';

/** Takes a renewal up: from here on the member is to renew, and the campaign finds it no more. */
export const handler = task(OpenRenewalInput, OpenRenewalOutput, async ({ memberNumber, key, now }) => {
  await changeMember(memberNumber, (member) => {
    const step = openRenewal(member, key, now);
    if (step !== null) {
      return { member: step.member, at: now, events: [{ actor: { kind: 'system' }, happening: step.happening }] };
    }
    // Opened when this step ran before; or it resigned, or was excluded, since the campaign found it.
    if (renewalOf(member, key) === null) throw new MembershipEndedError(memberNumber);
    return null;
  });
  return {};
});
