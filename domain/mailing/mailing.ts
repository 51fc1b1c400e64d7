import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import type { Language } from '../application/form.ts';
import { DirectoryFilter } from '../directory/filter.ts';
import type { Member } from '../member/member.ts';
import { hasLeft } from '../member/status.ts';
import { line, lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';

// A message to many members at once. It is news of the cluster, sent on the ground of its legitimate interest (GDPR,
// article 6.1 f): whoever does not want it says so once, without signing in, and gets none any more. Mails about the
// membership itself (dues, renewals, decisions) are no part of this and go on.

/** What one language reads. */
export const MailingText = z.strictObject({ subject: line(150), body: lines(10_000).min(1, 'required') }, typed);
export type MailingText = z.infer<typeof MailingText>;

/** Both languages are written: each member reads its own. */
export const MailingForm = z.strictObject(
  { filter: DirectoryFilter, texts: z.strictObject({ fr: MailingText, en: MailingText }, typed) },
  typed,
);
export type MailingForm = z.infer<typeof MailingForm>;

/** Why a member that the filter means gets no mail. */
export const LEFT_OUT = ['unsubscribed', 'same-address', 'left'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

const count = z.int().nonnegative();

export const LeftOutCounts = z.object({ unsubscribed: count, 'same-address': count, left: count });

export const Mailing = z.object({
  mailingId: z.string(),
  at: z.iso.datetime(),
  by: z.object({ id: z.string(), name: z.string() }),
  /** Antennas of whoever sent it; null for all: they see what became of it. */
  antennas: z.array(AntennaCode).nullable(),
  form: MailingForm,
  /** How many it was to go to when it was sent, and how many of those the filter means were left out. */
  recipients: count,
  leftOut: LeftOutCounts,
  /** How many of the recipients were dealt with, in their order; the rest follows. */
  done: count,
  sent: count,
  /** Who left or unsubscribed meanwhile, or whose address the mail service refuses. */
  skipped: count,
  status: z.enum(['sending', 'sent']),
  /** False until its workflow is started. */
  started: z.boolean(),
  revision: count,
});
export type Mailing = z.infer<typeof Mailing>;

/** What of a member says who gets a mail. */
export type Addressed = Pick<Member, 'number' | 'status' | 'contact' | 'company'>;

/** Who gets a mail, in the order of their numbers, and who does not. */
export type Audience = {
  recipients: Addressed[];
  leftOut: { member: Addressed; reason: LeftOut }[];
};

/**
 * Whom a mailing goes to: members alone, each address once, and none that unsubscribed.
 * @param isUnsubscribed by e-mail address
 */
export const audienceOf = (members: readonly Addressed[], isUnsubscribed: (email: string) => boolean): Audience => {
  const taken = new Set<string>();
  const audience: Audience = { recipients: [], leftOut: [] };
  for (const member of members) {
    const email = member.contact.email.toLowerCase();
    if (hasLeft(member.status)) {
      audience.leftOut.push({ member, reason: 'left' });
      continue;
    }
    if (isUnsubscribed(email)) audience.leftOut.push({ member, reason: 'unsubscribed' });
    else if (taken.has(email)) audience.leftOut.push({ member, reason: 'same-address' });
    else audience.recipients.push(member);
    taken.add(email);
  }
  return audience;
};

/** How many were left out, by reason. */
export const leftOutCounts = ({ leftOut }: Audience): Record<LeftOut, number> => ({
  unsubscribed: leftOut.filter(({ reason }) => reason === 'unsubscribed').length,
  'same-address': leftOut.filter(({ reason }) => reason === 'same-address').length,
  left: leftOut.filter(({ reason }) => reason === 'left').length,
});

/** The languages there are readers of. */
export const readersOf = ({ recipients }: Audience): Record<Language, number> => ({
  fr: recipients.filter(({ contact }) => contact.language === 'fr').length,
  en: recipients.filter(({ contact }) => contact.language === 'en').length,
});

/**
 * A mailing with some more of its recipients dealt with; null when that was counted before, by a run that crashed after.
 * @param from how many were done when it began
 */
export const advanced = (
  mailing: Mailing,
  from: number,
  { sent, skipped }: { sent: number; skipped: number },
): Mailing | null => {
  if (mailing.done !== from) return null;
  const done = from + sent + skipped;
  return {
    ...mailing,
    done,
    sent: mailing.sent + sent,
    skipped: mailing.skipped + skipped,
    status: done >= mailing.recipients ? 'sent' : 'sending',
  };
};
