import * as z from 'zod';
import { DirectoryFilter } from '../directory/filter.ts';
import { LEFT_OUT, LeftOutCounts, Mailing, MailingForm } from '../mailing/mailing.ts';
import { MemberNumber } from '../member/member.ts';
import { cursor, limit, page, type Route, staffProblems } from './route.ts';

// Messages to many members, and the way out of them.

const count = z.int().nonnegative();
const reader = z.object({ firstName: z.string(), companyName: z.string() }).nullable();

export const MailingAudience = z.object({
  recipients: count,
  readers: z.object({ fr: count, en: count }),
  leftOutCounts: LeftOutCounts,
  /** Some of those who are left out, by number. */
  leftOut: z.array(z.object({ number: MemberNumber, companyName: z.string(), reason: z.enum(LEFT_OUT) })),
  /** One reader of each language, as whom the message is shown; null where there is none. */
  samples: z.object({ fr: reader, en: reader }),
});
export const MailingSummary = Mailing.pick({
  mailingId: true,
  at: true,
  form: true,
  recipients: true,
  leftOut: true,
  sent: true,
  skipped: true,
  status: true,
}).extend({ by: z.string() });
const Subscription = z.object({ subscribed: z.boolean() });

/** 256 random bits in base64url. */
const tokenParams = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) });

export const MAILING_ROUTES = {
  PreviewMailing: {
    method: 'GET',
    path: '/staff/mailings/audience',
    caller: 'staff',
    entry: 'mailings/preview-mailing',
    summary: 'Whom a message to a filter of members would reach, whom not and why',
    query: DirectoryFilter,
    status: 200,
    response: MailingAudience,
    problems: [...staffProblems, 'wrong-antenna', 'invalid-query'],
  },
  StartMailing: {
    method: 'POST',
    path: '/staff/mailings',
    caller: 'staff',
    entry: 'mailings/start-mailing',
    summary: 'Send a message to the members a filter means now, each once and in its language',
    body: MailingForm,
    idempotent: true,
    status: 202,
    response: z.object({ mailingId: z.string(), recipients: count }),
    problems: [
      ...staffProblems,
      'wrong-antenna',
      'invalid-body',
      'invalid-fields',
      'no-recipient',
      'idempotency-key-reused',
    ],
  },
  ListMailings: {
    method: 'GET',
    path: '/staff/mailings',
    caller: 'staff',
    entry: 'mailings/list-mailings',
    summary: 'Messages that were sent to members, the newest first, and how far each is',
    query: z.strictObject({ cursor, limit }),
    status: 200,
    response: page(MailingSummary),
    problems: [...staffProblems, 'invalid-query'],
  },
  Unsubscribe: {
    method: 'POST',
    path: '/subscriptions/{token}',
    caller: 'public',
    entry: 'mailings/unsubscribe',
    summary: 'Send that address no messages to members any more; what the body says does not matter (RFC 8058)',
    params: tokenParams,
    status: 200,
    response: Subscription,
    problems: ['not-found'],
  },
  Resubscribe: {
    method: 'DELETE',
    path: '/subscriptions/{token}',
    caller: 'public',
    entry: 'mailings/resubscribe',
    summary: 'Take the unsubscribing back',
    params: tokenParams,
    status: 200,
    response: Subscription,
    problems: ['not-found'],
  },
} as const satisfies Record<string, Route>;
