import type { YearlyFigures } from '../application/form.ts';
import { Refusal } from '../errors.ts';
import { parisDay } from '../time/paris.ts';
import type { Happening } from '../timeline/event.ts';
import { withFigures } from './figures.ts';
import type { Member, MembershipPeriod } from './member.ts';
import { deadlines, firstPeriod, nextPeriod, noticeFrom, plusDays } from './period.ts';
import { MEMBERSHIP_POLICIES, type MembershipPolicy, membershipPolicyAt } from './policy.ts';
import { assertMemberMove, hasLeft, type MemberStatus } from './status.ts';

/** What becomes of a member in one step, and the line of the timeline that tells of it. */
export type MemberStep = { member: Member; happening: Happening };

/** Each returns null where there is nothing (left) to do, so that a step may run again. */
type Step = MemberStep | null;

const moved = (member: Member, status: MemberStatus, changes: Partial<Member> = {}): Member => {
  assertMemberMove(member.status, status);
  return { ...member, ...changes, status };
};

/** The period a member is to be asked to renew for, if it is on this day: none while it leaves, or is asked already. */
export const renewalDue = (
  member: Member,
  today: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): MembershipPeriod | null => {
  const { status, period, since, resignation } = member;
  if (status !== 'active' || noticeFrom(period, policies) > today) return null;
  // A resignation in time means that there is no next period; one that came too late, that there is one more.
  if (resignation !== null && resignation.effectiveOn <= period.to) return null;
  return nextPeriod(period, since, policies);
};

/**
 * Opens the renewal for a period: the member is to renew from now on.
 * @param key what {@link renewalToStart} said when it was started; another one changes nothing
 * @param now ISO 8601 instant
 */
export const openRenewal = (
  member: Member,
  key: string,
  now: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): Step => {
  if (member.renewal?.started === false && member.renewal.key === key) {
    const { period } = member.renewal;
    return {
      member: { ...member, renewal: { ...member.renewal, started: true } },
      happening: { type: 'renewal-opened', period },
    };
  }
  const due = renewalDue(member, parisDay(now), policies);
  if (due === null || due.from !== key) return null;
  return {
    member: moved(member, 'to-renew', {
      renewal: { key: due.from, period: due, openedAt: now, started: true, figuresAt: null },
    }),
    happening: { type: 'renewal-opened', period: due },
  };
};

/** The renewal that is to be started: of the period that is due, or the one that joining again has opened already. */
export const renewalToStart = (
  member: Member,
  today: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): { key: string; period: MembershipPeriod } | null => {
  if (member.renewal?.started === false) return member.renewal;
  const period = renewalDue(member, today, policies);
  return period === null ? null : { key: period.from, period };
};

/** The renewal of this key that the member is in; null when it is in none, or in another one. */
export const renewalOf = (member: Member, key: string): Member['renewal'] =>
  member.renewal?.key === key ? member.renewal : null;

/**
 * Settles the figures that the dues of a renewal rest on: those the company confirmed, or the last known.
 * @param confirmed null when nobody answered in time
 */
export const settleFigures = (member: Member, key: string, confirmed: YearlyFigures | null, now: string): Step => {
  const renewal = renewalOf(member, key);
  if (renewal === null || renewal.figuresAt !== null) return null;
  const figures = confirmed === null ? member.figures : withFigures(member.figures, confirmed);
  return {
    member: { ...member, figures, renewal: { ...renewal, figuresAt: now } },
    happening: confirmed === null ? { type: 'figures-stand' } : { type: 'figures-confirmed', ...confirmed },
  };
};

/**
 * Gives a member the period its renewal is for, whenever it was paid: a late payer gets the year that was asked for,
 * not the year of the payment. Nothing for who has that period already, resigned, was excluded or joined again.
 */
export const renew = (member: Member, key: string): Step => {
  const renewal = renewalOf(member, key);
  if (renewal === null) return null;
  const { period } = renewal;
  if (period.from <= member.period.to) throw new RangeError(`The period from ${period.from} overlaps the one before.`);
  const back = hasLeft(member.status);
  return {
    member: moved(member, 'active', { period, renewal: null, leftAt: null }),
    happening: { type: back ? 'membership-restored' : 'membership-renewed', period },
  };
};

/** Suspends a member whose renewal is not paid. */
export const suspend = (member: Member, key: string): Step => {
  const renewal = renewalOf(member, key);
  if (renewal === null || member.status !== 'to-renew') return null;
  return { member: moved(member, 'suspended'), happening: { type: 'membership-suspended', ...deadlines(renewal) } };
};

/** Strikes off a member whose renewal is not paid. The renewal stays known: a payment may still come. */
export const lapse = (member: Member, key: string, now: string): Step => {
  if (renewalOf(member, key) === null || member.status !== 'suspended') return null;
  return { member: moved(member, 'lapsed', { leftAt: now }), happening: { type: 'membership-lapsed' } };
};

/** Until which day a resignation ends the membership with its present period. */
export const resignationDeadline = (
  { to }: MembershipPeriod,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): string => plusDays(to, -membershipPolicyAt(to, policies).resignationDays);

/**
 * Takes a resignation. In time, it ends the membership with the present period and nothing more is owed; too late, it
 * is refused, unless it is to count for the end of the next period.
 * @param notice.receivedOn ISO 8601 date the letter came in, in Europe/Paris
 * @param notice.late keep a notice that came too late, for the end of the next period
 * @throws Refusal `member-left`; `resignation-too-late` with the last day it could come in; `invalid-fields`
 */
export const giveNotice = (
  member: Member,
  notice: { receivedOn: string; late: boolean; comment: string },
  now: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): Step => {
  const { receivedOn, late, comment } = notice;
  if (hasLeft(member.status)) throw new Refusal('member-left');
  if (receivedOn > parisDay(now)) {
    throw new Refusal('invalid-fields', { errors: [{ path: 'receivedOn', code: 'date.future' }] });
  }
  const deadline = resignationDeadline(member.period, policies);
  const inTime = receivedOn <= deadline;
  if (!inTime && !late) throw new Refusal('resignation-too-late', { params: { deadline } });
  const last = inTime ? member.period : (member.renewal?.period ?? nextPeriod(member.period, member.since, policies));
  const resignation = { receivedOn, effectiveOn: last.to };
  if (member.resignation?.effectiveOn === resignation.effectiveOn) return null;
  return {
    // Who leaves with the present period has no other to renew for, though the letter is found once it was suspended.
    member: {
      ...member,
      resignation,
      ...(inTime && (member.status === 'to-renew' || member.status === 'suspended')
        ? { status: 'active', renewal: null }
        : {}),
    },
    happening: { type: 'resignation-given', ...resignation, comment },
  };
};

/** What a resignation given on a day would come to, for whoever thinks of it. */
export type NoticeOutlook = {
  /** Until which day it ends the membership with the present period. */
  deadline: string;
  /** Last day of the membership, given today. */
  effectiveOn: string;
  /** Given today, it counts for the end of the next period, whose dues remain owed. */
  late: boolean;
};

/** What a resignation given today would come to; null for who has left. @param now ISO 8601 instant */
export const giveNoticeOutlook = (
  member: Member,
  now: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): NoticeOutlook | null => {
  if (hasLeft(member.status)) return null;
  const receivedOn = parisDay(now);
  const deadline = resignationDeadline(member.period, policies);
  const late = receivedOn > deadline;
  const step = giveNotice({ ...member, resignation: null }, { receivedOn, late, comment: '' }, now, policies);
  const effectiveOn = step?.member.resignation?.effectiveOn ?? member.period.to;
  return { deadline, effectiveOn, late };
};

/**
 * Ends the membership of who resigned, on the day after its last.
 * @param today ISO 8601 date in Europe/Paris
 */
export const endResigned = (member: Member, today: string, now: string): Step => {
  if (member.resignation === null || member.resignation.effectiveOn >= today || hasLeft(member.status)) return null;
  return {
    member: moved(member, 'resigned', { renewal: null, leftAt: now }),
    happening: { type: 'membership-resigned' },
  };
};

/** Excludes a member, at once. @throws Refusal `member-left` */
export const exclude = (member: Member, reason: string, now: string): Step => {
  if (member.status === 'excluded') return null;
  if (hasLeft(member.status)) throw new Refusal('member-left');
  return {
    member: moved(member, 'excluded', { renewal: null, resignation: null, leftAt: now }),
    happening: { type: 'member-excluded', comment: reason },
  };
};

/**
 * Takes a former member back, under its number, for a period of its own from this day on: it is a member again when
 * the dues are paid. What was owed before stays owed, and gives no period any more.
 * @throws Refusal `still-member`
 */
export const rejoin = (
  member: Member,
  comment: string,
  now: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): Step => {
  const today = parisDay(now);
  if (!hasLeft(member.status)) {
    if (member.renewal?.period.from === today && member.since === today) return null;
    throw new Refusal('still-member');
  }
  // Excluded or resigned within a period that was paid for: the new one begins after it.
  const from = member.period.to >= today ? plusDays(member.period.to, 1) : today;
  const period = firstPeriod(from, policies);
  return {
    member: moved(member, 'to-renew', {
      since: from,
      renewal: { key: `${from}-${Date.parse(now)}`, period, openedAt: now, started: false, figuresAt: null },
      resignation: null,
      leftAt: null,
    }),
    happening: { type: 'member-rejoined', period, comment },
  };
};
