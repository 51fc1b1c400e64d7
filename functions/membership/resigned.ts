import type { Member } from '../../domain/member/member.ts';
import { sendMail } from '../shared/mailer.ts';
import { readCorrespondent } from './correspondent.ts';
import { callOff } from './leave.ts';

/**
 * What follows a resignation that was stored: a renewal that was called off ends, and the company is told when its
 * membership does. Once, however often it is called.
 * @throws TransientWorkflowError, TransientStoreError, TransientMailError
 */
export const followResignation = async (member: Member, now: string): Promise<void> => {
  await callOff(member, now);
  const { resignation, contact, company, number } = member;
  if (resignation === null) throw new Error(`The member ${number} has no resignation.`);
  await sendMail({
    name: 'resignation-received',
    application: await readCorrespondent(member),
    naturalKey: `${number}#${resignation.effectiveOn}`,
    values: () => ({
      firstName: contact.firstName,
      companyName: company.legalName,
      receivedOn: resignation.receivedOn,
      effectiveOn: resignation.effectiveOn,
    }),
    now,
  });
};
