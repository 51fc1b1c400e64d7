import { lapse } from '../../domain/member/lifecycle.ts';
import { LapseMemberInput, LapseMemberOutput } from '../../domain/renewal/steps.ts';
import { leaveSiren } from '../data/siren-locks.ts';
import { readCorrespondent } from '../membership/correspondent.ts';
import { sendMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';
import { renewalStep } from './step.ts';

/** Strikes off a member that still has not paid: its SIREN is free, and it is told. */
export const handler = task(LapseMemberInput, LapseMemberOutput, async (input) => {
  const { key, now } = input;
  const member = await renewalStep(
    input,
    (before) => lapse(before, key, now),
    ({ company, number }) => leaveSiren(company.siren, number),
  );
  const { number, contact, company } = member;
  await sendMail({
    name: 'membership-lapsed',
    application: await readCorrespondent(member),
    naturalKey: `${number}#${key}`,
    values: () => ({ firstName: contact.firstName, companyName: company.legalName, memberNumber: number }),
    now,
  });
  return {};
});
