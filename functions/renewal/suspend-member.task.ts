import { suspend } from '../../domain/member/lifecycle.ts';
import { deadlines } from '../../domain/member/period.ts';
import { SuspendMemberInput, SuspendMemberOutput } from '../../domain/renewal/steps.ts';
import { readCorrespondent } from '../membership/correspondent.ts';
import { mailedLink } from '../shared/links.ts';
import { sendMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';
import { assertRenewing, renewalStep } from './step.ts';

/** Suspends a member that has not paid, and tells it until when it may. */
export const handler = task(SuspendMemberInput, SuspendMemberOutput, async (input) => {
  const { key, now } = input;
  const member = await renewalStep(input, (before) => suspend(before, key));
  const { number, contact, company } = member;
  const to = await readCorrespondent(member);
  await sendMail({
    name: 'membership-suspended',
    application: to,
    naturalKey: `${number}#${key}`,
    values: async () => ({
      firstName: contact.firstName,
      companyName: company.legalName,
      lapseOn: deadlines(assertRenewing(member, key)).lapseOn,
      link: (await mailedLink(to, now)).url,
    }),
    now,
  });
  return {};
});
