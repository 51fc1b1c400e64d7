import * as z from 'zod';
import { YearlyFigures } from '../application/form.ts';
import { parisDay } from '../time/paris.ts';
import type { Member } from './member.ts';
import { daysBetween } from './period.ts';
import { RENEWAL_DAYS } from './policy.ts';
import { hasLeft, MEMBER_STATUSES } from './status.ts';

/** Where a membership stands, in the words of its company: as its status says, or finer where that matters to it. */
export const STANDINGS = [
  ...MEMBER_STATUSES,
  /** A member in its first period: it is welcomed. */
  'new',
  /** A member that has resigned, until its last day. */
  'leaving',
  /** Struck off so long ago that no payment restores the membership any more: the company joins again. */
  'lapsed-for-good',
  /** The company has joined again by a later application: its membership is read from the link of that one. */
  'elsewhere',
] as const;
export const Standing = z.enum(STANDINGS);
export type Standing = z.infer<typeof Standing>;

/** A membership as the page behind its company's link tells of it. */
export const MembershipOutlook = z.object({
  standing: Standing,
  /** Last day of the membership: of the period it has, or with which it ended. */
  until: z.iso.date(),
  /** The latest figures known: they stand when a renewal asks for them in vain. Null where none are. */
  latestFigures: YearlyFigures.nullable(),
});
export type MembershipOutlook = z.infer<typeof MembershipOutlook>;

/** Tells whether a payment of what a renewal asks for still restores the membership: for as long as it is waited for. */
const isWaitedFor = ({ renewal }: Member, today: string): boolean =>
  renewal !== null && daysBetween(parisDay(renewal.openedAt), today) < RENEWAL_DAYS;

const standingOf = (member: Member, today: string): Standing => {
  const { status, period, since, resignation } = member;
  if (status === 'lapsed') return isWaitedFor(member, today) ? 'lapsed' : 'lapsed-for-good';
  if (hasLeft(status)) return status;
  // A resignation that came too late leaves a period to be renewed for first.
  if (resignation !== null && resignation.effectiveOn <= period.to) return 'leaving';
  return status === 'active' && period.from === since ? 'new' : status;
};

const lastDay = ({ status, period, resignation, leftAt }: Member): string => {
  if (status === 'resigned') return resignation?.effectiveOn ?? period.to;
  return leftAt === null ? period.to : parisDay(leftAt);
};

/**
 * Where the membership that an application led to stands.
 * @param applicationId of the application it is looked at from
 * @param now ISO 8601 instant
 */
export const membershipOutlook = (member: Member, applicationId: string, now: string): MembershipOutlook => ({
  standing: member.applicationId === applicationId ? standingOf(member, parisDay(now)) : 'elsewhere',
  until: lastDay(member),
  latestFigures: member.figures.toSorted((a, b) => a.year - b.year).at(-1) ?? null,
});
