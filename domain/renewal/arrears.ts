import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { Member } from '../member/member.ts';
import { deadlines, startOfDay } from '../member/period.ts';
import { MEMBERSHIP_POLICIES, type MembershipPolicy, RENEWAL_DAYS } from '../member/policy.ts';
import type { PlanArrearsOutput } from './steps.ts';

const before = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);

/** Whole seconds until an instant to come, at least one. */
const secondsUntil = (at: string, now: string): number =>
  Math.max(1, Math.ceil((Date.parse(at) - Date.parse(now)) / 1000));

/**
 * What is to be done about a renewal whose dues are not paid: suspend from the day the policy says, strike off from the
 * day it says, and in between wait for the payment. One that came as the last wait ended costs nobody its membership: the
 * state that waits next is told of it at once.
 * @param standing.paid whether the dues are settled meanwhile
 * @param now ISO 8601 instant
 */
export const planArrears = (
  { status, paid = false }: Pick<Member, 'status'> & { paid?: boolean },
  renewal: NonNullable<Member['renewal']>,
  now: string,
  policies: readonly MembershipPolicy[] = MEMBERSHIP_POLICIES,
): z.infer<typeof PlanArrearsOutput> => {
  if (paid) return { action: 'wait', seconds: 1 };
  const { suspendOn, lapseOn } = deadlines(renewal, policies);
  const wait = (until: string) => ({ action: 'wait' as const, seconds: secondsUntil(until, now) });
  if (status === 'to-renew') {
    const at = startOfDay(suspendOn);
    return before(now, at) ? wait(at) : { action: 'suspend' };
  }
  if (status === 'suspended') {
    const at = startOfDay(lapseOn);
    return before(now, at) ? wait(at) : { action: 'lapse' };
  }
  const last = Temporal.Instant.from(renewal.openedAt)
    .add({ hours: RENEWAL_DAYS * 24 })
    .toString({ smallestUnit: 'millisecond' });
  return before(now, last) ? wait(last) : { action: 'end' };
};
