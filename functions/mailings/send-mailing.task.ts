import { advanced, type Mailing } from '../../domain/mailing/mailing.ts';
import { SendMailingInput, SendMailingOutput } from '../../domain/mailing/steps.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { isErased } from '../../domain/rights/erased.ts';
import { changeMailing, getMailing, recipientsFrom } from '../data/mailings.ts';
import { findMember } from '../data/members.ts';
import { isUnsubscribed } from '../data/unsubscriptions.ts';
import { MailRefusedError, sendPersonalMail } from '../shared/mailer.ts';
import { task } from '../shared/task.ts';
import { emailSha256 } from '../shared/tokens.ts';
import { newUnsubscribeLink, unsubscribeHeaders } from './unsubscribe-link.ts';

/** Mails sent in one round, one after the other: SES takes some fourteen a second of an account out of its sandbox. */
const A_ROUND = 40;

/** Sends to one member, once. @returns false for who left or unsubscribed meanwhile, or whom SES refuses to write to */
const sendTo = async ({ mailingId, form }: Mailing, number: string, now: string): Promise<boolean> => {
  const member = await findMember(number);
  if (member === null || hasLeft(member.status) || isErased(member.contact)) return false;
  const { contact, company } = member;
  if (await isUnsubscribed(emailSha256(contact.email))) return false;
  try {
    await sendPersonalMail({
      name: 'member-news',
      to: contact,
      naturalKey: `${mailingId}#${number}`,
      values: async () => ({
        firstName: contact.firstName,
        companyName: company.legalName,
        ...form.texts[contact.language],
        unsubscribe: await newUnsubscribeLink(contact.email, now),
      }),
      headers: ({ unsubscribe }) => unsubscribeHeaders(unsubscribe),
      now,
    });
    return true;
  } catch (error) {
    // One address that is refused for good does not keep the others from their mail.
    if (error instanceof MailRefusedError) return false;
    throw error;
  }
};

/** Sends to the next recipients. Run again after a crash, it goes through the same ones: none gets a second mail. */
export const handler = task(SendMailingInput, SendMailingOutput, async ({ mailingId, now }) => {
  const mailing = await getMailing(mailingId);
  const numbers = await recipientsFrom(mailingId, mailing.done, A_ROUND);
  let sent = 0;
  for (const number of numbers) if (await sendTo(mailing, number, now)) sent += 1;
  const { status } = await changeMailing(mailingId, (before) =>
    advanced(before, mailing.done, { sent, skipped: numbers.length - sent }),
  );
  return { done: status === 'sent' };
});
