import * as z from 'zod';
import { AntennaCode } from '../antenna/antenna.ts';
import { ContactForm, Language, YearlyFigures } from '../application/form.ts';
import { Category } from '../company/category.ts';
import { MemberContact } from '../member/contact.ts';
import { MemberNumber, MembershipPeriod } from '../member/member.ts';
import { MemberStatus } from '../member/status.ts';
import { lines } from '../text/free-text.ts';
import { typed } from '../text/issue-code.ts';
import { MemberChanged } from './member-responses.ts';
import { linkProblems, type Route } from './route.ts';

// A member's own page, behind its link.

const day = z.iso.date();

export const LinkMember = z.object({
  number: MemberNumber,
  status: MemberStatus,
  companyName: z.string(),
  siren: z.string(),
  category: Category,
  street: z.string(),
  postcode: z.string(),
  communeName: z.string(),
  contact: ContactForm,
  /** Others the cluster may write to, each for what they are for. */
  contacts: z.array(MemberContact),
  figures: z.array(YearlyFigures),
  antenna: AntennaCode,
  since: day,
  period: MembershipPeriod,
  /** Last day of the membership, where a resignation was given. */
  endsOn: day.nullable(),
  /** Whether there is a certificate today. */
  certified: z.boolean(),
  /** Whether this link came by mail to the present address: only then may the address change, and may it resign. */
  proven: z.boolean(),
  /** What a resignation given today would come to; null once it has left. */
  notice: z.object({ deadline: day, effectiveOn: day, late: z.boolean() }).nullable(),
});
export type LinkMember = z.infer<typeof LinkMember>;

const ContactBody = z.strictObject({ contact: ContactForm }, typed);
const NoticeBody = z.strictObject({ late: z.boolean(typed).default(false), comment: lines(1000).default('') }, typed);
const problems = [...linkProblems, 'not-found', 'not-a-member'] as const;

export const LINK_MEMBER_ROUTES = {
  GetLinkMember: {
    method: 'GET',
    path: '/link/member',
    caller: 'link',
    entry: 'membership/get-link-member',
    summary: 'The membership of the company of a link',
    status: 200,
    response: LinkMember,
    problems,
  },
  GetLinkCertificate: {
    method: 'GET',
    path: '/link/certificate.pdf',
    caller: 'link',
    entry: 'documents/get-link-certificate',
    summary: 'A certificate of membership for the period that runs; the same bytes each time',
    query: z.strictObject({ language: Language.optional() }),
    status: 200,
    answersWith: ['application/pdf'],
    response: z.instanceof(Uint8Array),
    problems: [...problems, 'invalid-query', 'not-in-good-standing'],
  },
  CorrectContact: {
    method: 'POST',
    path: '/link/member/contact',
    caller: 'link',
    entry: 'membership/correct-contact',
    summary: 'Correct whom the member is reached through; the address only through a link that was mailed to it',
    body: ContactBody,
    status: 200,
    response: z.object({ contact: ContactForm }),
    problems: [...problems, 'invalid-body', 'invalid-fields', 'member-left', 'mailed-link-required'],
  },
  ResignMembership: {
    method: 'POST',
    path: '/link/member/resignation',
    caller: 'link',
    entry: 'membership/resign-membership',
    summary: 'Resign: the membership ends with its period, or with the next where notice is over',
    body: NoticeBody,
    status: 202,
    response: MemberChanged,
    problems: [
      ...problems,
      'invalid-body',
      'invalid-fields',
      'member-left',
      'resignation-too-late',
      'mailed-link-required',
    ],
  },
} as const satisfies Record<string, Route>;
