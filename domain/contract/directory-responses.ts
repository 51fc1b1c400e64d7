import * as z from 'zod';
import { YearlyFigures } from '../application/form.ts';
import { Category } from '../company/category.ts';
import { Member, MembershipPeriod } from '../member/member.ts';
import { Cents } from '../money/money.ts';
import { TimelineEvent } from '../timeline/event.ts';
import { StaffInvoiceSummary } from './dues-responses.ts';
import { Participation } from './growth-responses.ts';
import { page } from './route.ts';

// The members as staff see them: the directory, and one member with all that is known of it.

export const MemberSummary = Member.pick({
  number: true,
  status: true,
  antenna: true,
  admittedAt: true,
  period: true,
}).extend({
  companyName: z.string(),
  siren: z.string(),
  category: Category,
  communeName: z.string(),
  latestFigures: YearlyFigures.nullable(),
});
export const MemberPage = page(MemberSummary);

/** What a member owes, and its invoices. Amounts in cents. */
export const MemberDues = z.object({
  balanceCents: Cents,
  /** The part of it that is past its day. */
  lateCents: Cents,
  /** The newest first. */
  invoices: z.array(StaffInvoiceSummary),
});

export const MemberDetail = Member.extend({
  /** Every period it has had, the latest first. */
  periods: z.array(MembershipPeriod),
  dues: MemberDues,
  /** Where it stands in the growth programme; null when it never came to it. */
  participation: Participation.nullable(),
  timeline: z.array(TimelineEvent),
});
export type MemberDetail = z.infer<typeof MemberDetail>;
