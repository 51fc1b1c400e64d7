import { describe, expect, it } from '@jest/globals';
import {
  MEMBERSHIP_POLICIES,
  type MembershipPolicy,
  membershipPoliciesFaults,
  membershipPolicyAt,
  membershipPolicyFaults,
} from '../../../domain/member/policy.ts';
import { samplePolicy } from './samples.ts';

const terms = { dueDays: 30, reminders: [-7, 7, 21], formalNotice: 30 };
const faults = (changes: Partial<MembershipPolicy>) => membershipPolicyFaults({ ...samplePolicy(), ...changes }, terms);

describe('the membership policy', () => {
  it('published has no fault', () => {
    for (const policy of MEMBERSHIP_POLICIES) expect(membershipPolicyFaults(policy, terms)).toEqual([]);
    expect(membershipPoliciesFaults(MEMBERSHIP_POLICIES)).toEqual([]);
  });

  it.each<[string, Partial<MembershipPolicy>, RegExp]>([
    ['suspends before the invoice is due', { suspendDays: 0, noticeDays: 45 }, /before their invoice falls due/],
    ['suspends before it reminds', { suspendDays: 15 }, /before the last reminder on day 21/],
    ['strikes off before it suspends', { suspendDays: 90, lapseDays: 80 }, /though they are suspended after 90/],
    ['strikes off on the day it suspends', { suspendDays: 90, lapseDays: 90 }, /though they are suspended/],
    ['strikes off before the formal notice', { suspendDays: 25, lapseDays: 30 }, /before the formal notice on day 30/],
    ['strikes off when nobody waits any more', { lapseDays: 290 }, /after they are asked, and are waited for 350/],
    ['asks for figures after the end', { noticeDays: 20 }, /after the period's end/],
    ['has resignations close before anybody is asked', { resignationDays: 90 }, /too late before members are asked/],
    ['has a day that no year has', { year: { kind: 'calendar', startsOn: '02-30' } }, /no such day/],
    ['counts backwards', { noticeDays: -1 }, /noticeDays/],
  ])('that %s is refused with the reason', (_, changes, fault) => {
    expect(faults(changes).join('\n')).toMatch(fault);
  });

  it('has one version a day, each with a name', () => {
    const policy = samplePolicy();
    expect(membershipPoliciesFaults([policy, policy])).toHaveLength(2);
    expect(membershipPoliciesFaults([policy, { ...policy, version: 'b', from: '2018-01-01' }])).toEqual([]);
  });

  it('is the one in force on the day', () => {
    const later = { ...samplePolicy(), version: 'later', from: '2030-01-01' };
    const policies = [later, ...MEMBERSHIP_POLICIES];
    expect(membershipPolicyAt('2029-12-31', policies).version).toBe('2017-01');
    expect(membershipPolicyAt('2030-01-01', policies).version).toBe('later');
    expect(() => membershipPolicyAt('2016-12-31')).toThrow(RangeError);
  });
});
