import { lapse } from '../../domain/member/lifecycle.ts';
import { LapseMemberInput, LapseMemberOutput } from '../../domain/renewal/steps.ts';
import { leaveSiren } from '../data/siren-locks.ts';
import { tellGrowthEnded } from '../growth/abandon.ts';
import { growthEnded } from '../growth/ending.ts';
import { readCorrespondent } from '../membership/correspondent.ts';
import { mailedLink } from '../shared/links.ts';
import { sendMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';
import { renewalStep } from './step.ts';

/** Strikes off a member that still has not paid: its SIREN is free, its growth programme over, and it is told. */
export const handler = task(LapseMemberInput, LapseMemberOutput, async (input) => {
  const { key, now } = input;
  const member = await renewalStep(
    input,
    (before) => lapse(before, key, now),
    async ({ company, number: of }, application) => {
      const growth = await growthEnded(application, { reason: 'lapsed', by: { kind: 'system' }, now });
      return { events: growth.events, writes: [...leaveSiren(company.siren, of), ...growth.writes] };
    },
  );
  await tellGrowthEnded(member.applicationId, now);
  const { number, contact, company } = member;
  const to = await readCorrespondent(member);
  await sendMail({
    name: 'membership-lapsed',
    application: to,
    naturalKey: `${number}#${key}`,
    values: async () => ({
      firstName: contact.firstName,
      companyName: company.legalName,
      memberNumber: number,
      link: (await mailedLink(to, now)).url,
    }),
    now,
  });
  return {};
});
