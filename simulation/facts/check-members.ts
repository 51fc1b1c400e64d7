import type { Member } from '../../domain/member/member.ts';
import { deadlines, noticeFrom, overlap, plusDays, startOfDay } from '../../domain/member/period.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { check, type Left } from './check.ts';
import type { Dossier } from './dossiers.ts';
import type { Check } from './facts.ts';

type Membership = NonNullable<Dossier['membership']>;
const memberships = ({ dossiers }: Left): Membership[] => dossiers.flatMap(({ membership }) => membership ?? []);

/** Minutes that a step may take after the instant it is due. */
const GRACE_MS = 15 * 60_000;
const isPast = (day: string, now: string): boolean => Date.parse(now) > Date.parse(startOfDay(day)) + GRACE_MS;

/** What is wrong with how a member stands, given the day; null when it stands as its policy says. */
const standingFault = ({ status, period, renewal, resignation, leftAt }: Member, today: string, now: string) => {
  const left = hasLeft(status);
  if (left !== (leftAt !== null)) return `is ${status}, and left at ${leftAt}`;
  switch (status) {
    case 'active': {
      if (renewal !== null) return 'is active, and in a renewal';
      const ends = resignation !== null && resignation.effectiveOn === period.to;
      // The campaign runs at seven; what is due on the last day is opened on it.
      if (!ends && noticeFrom(period) < today) return `was to be asked to renew from ${noticeFrom(period)} on`;
      // Ended by the job of the night after.
      return ends && plusDays(period.to, 1) < today ? `resigned for ${period.to}` : null;
    }
    case 'to-renew':
      if (renewal === null) return 'is to renew nothing';
      return isPast(deadlines(renewal).suspendOn, now)
        ? `was to be suspended on ${deadlines(renewal).suspendOn}`
        : null;
    case 'suspended':
      if (renewal === null || !isPast(deadlines(renewal).suspendOn, now))
        return 'is suspended for nothing, or too soon';
      return isPast(deadlines(renewal).lapseOn, now) ? `was to be struck off on ${deadlines(renewal).lapseOn}` : null;
    case 'lapsed':
      if (renewal === null || !isPast(deadlines(renewal).lapseOn, now)) return 'lapsed for nothing, or too soon';
      return null;
    case 'resigned':
      return resignation === null || resignation.effectiveOn >= today ? 'resigned without a letter, or too soon' : null;
    case 'excluded':
      return renewal === null ? null : 'is excluded, and in a renewal';
  }
};

/** Each member ends in one legal state, the one that its policy says of the day. */
export const checkLegality = (left: Left): Check =>
  check('legal-state', memberships(left), ({ member }) => {
    const fault = standingFault(member, left.today, left.now);
    return fault === null ? null : `${member.company.legalName} ${fault}`;
  });

/** Periods follow one another, share no day, and the last is the member's. */
export const checkPeriods = (left: Left): Check =>
  check('periods-apart', memberships(left), ({ member, periods }) => {
    const clash = periods.find((period, place) => periods.slice(0, place).some((before) => overlap(before, period)));
    if (clash !== undefined) return `${member.company.legalName} has the day ${clash.from} twice`;
    return periods.at(-1)?.from === member.period.from ? null : `${member.company.legalName} has lost its last period`;
  });

/** A member holds its SIREN; one that left does not. */
export const checkSirens = (left: Left): Check =>
  check('siren-held', memberships(left), ({ member, lock }) => {
    const holds = lock?.owner === 'member' && lock.id === member.number;
    return holds === !hasLeft(member.status) ? null : `${member.company.siren} is held by ${lock?.owner ?? 'nobody'}`;
  });
