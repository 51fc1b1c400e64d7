import { DuplicateCompanyError, MembershipEndedError } from '../../domain/errors.ts';
import { renew } from '../../domain/member/lifecycle.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { RenewMemberInput, RenewMemberOutput } from '../../domain/renewal/steps.ts';
import { changeMember } from '../data/members.ts';
import { takeSirenForMember } from '../data/siren-locks.ts';
import { readCorrespondent } from '../membership/correspondent.ts';
import { sendMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';

/**
 * Gives the member the period it was asked to renew for, whenever that was paid, and tells it. Who had lapsed takes its
 * SIREN again: when another application or membership has it by now, the payment came too late.
 * @throws DuplicateCompanyError, MembershipEndedError
 */
export const handler = task(RenewMemberInput, RenewMemberOutput, async ({ memberNumber, key, now }) => {
  const member = await changeMember(memberNumber, (before) => {
    const step = renew(before, key);
    if (step === null) {
      if (key.startsWith(before.period.from)) return null;
      throw new MembershipEndedError(memberNumber);
    }
    const { siren } = before.company;
    return {
      member: step.member,
      at: now,
      events: [{ actor: { kind: 'system' }, happening: step.happening }],
      writes: hasLeft(before.status)
        ? takeSirenForMember(siren, memberNumber, now, () => new DuplicateCompanyError(siren))
        : [],
    };
  });
  const { number, contact, company, period } = member;
  await sendMail({
    name: 'membership-renewed',
    application: await readCorrespondent(member),
    naturalKey: `${number}#${key}`,
    values: () => ({
      firstName: contact.firstName,
      companyName: company.legalName,
      memberNumber: number,
      from: period.from,
      to: period.to,
    }),
    now,
  });
  return {};
});
