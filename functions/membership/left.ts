import type { Member } from '../../domain/member/member.ts';
import { getMember } from '../data/members.ts';
import { dropOwedMail, findOwedMail, type OwedMail, owedMailId } from '../data/owed-mails.ts';
import { sendMail, unlessRefused } from '../shared/mailer.ts';
import { logger } from '../shared/observability.ts';
import { readCorrespondent } from './correspondent.ts';
import { callOff } from './leave.ts';

// What follows the end of a membership that was stored: a renewal that was called off ends, and the company is told. It is
// owed from the transaction of the end itself on, so that a process that dies after it leaves it to the redelivery job.

type Left = Extract<OwedMail, { about: 'left' }>;

/**
 * What the end of a membership owes.
 * @param member after it: resigned, or excluded
 * @param reason why it was excluded; null for who resigned
 */
export const owedByEnd = ({ number, resignation, leftAt }: Member, reason: string | null): Left => ({
  about: 'left',
  memberNumber: number,
  ends: resignation?.effectiveOn ?? leftAt ?? '',
  reason,
});

const tell = async (member: Member, { ends, reason }: Left, now: string): Promise<void> => {
  const { resignation, contact, company, number } = member;
  const reader = { firstName: contact.firstName, companyName: company.legalName };
  const mail = { application: await readCorrespondent(member), naturalKey: `${number}#${ends}`, now };
  if (reason !== null) {
    await sendMail({ ...mail, name: 'member-excluded', values: () => ({ ...reader, comment: reason }) });
  } else if (resignation?.effectiveOn === ends) {
    const { receivedOn, effectiveOn } = resignation;
    await sendMail({ ...mail, name: 'resignation-received', values: () => ({ ...reader, receivedOn, effectiveOn }) });
  }
};

/**
 * Does what the end of a membership owes; any other, or what was done before, is passed over.
 * @param id its natural key
 * @param now ISO 8601 instant
 * @throws TransientWorkflowError, TransientStoreError, TransientMailError: the redelivery job tries again
 */
export const deliverLeft = async (id: string, now: string): Promise<void> => {
  const owed = await findOwedMail(id);
  if (owed === null || owed.about !== 'left') return;
  const member = await getMember(owed.memberNumber);
  await callOff(member, now);
  await unlessRefused(() => tell(member, owed, now));
  await dropOwedMail(id);
};

/**
 * To be called after the end was stored. What cannot be done now is left to the redelivery job, and is no failure of the end.
 * @param now ISO 8601 instant
 */
export const followEnd = async (owed: Left, now: string): Promise<void> => {
  const id = owedMailId(owed);
  try {
    await deliverLeft(id, now);
  } catch (error) {
    logger.warn('end of a membership not followed yet', { id, error: error instanceof Error ? error : String(error) });
  }
};
