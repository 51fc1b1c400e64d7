import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { formatMemberNumber, newMember } from '../../../domain/member/admit.ts';
import { Member, MemberNumber } from '../../../domain/member/member.ts';
import { firstPeriod } from '../../../domain/member/period.ts';
import { MEMBERSHIP_POLICIES, type MembershipPolicy } from '../../../domain/member/policy.ts';
import { sampleApplication } from '../samples.ts';
import { samplePolicy } from './samples.ts';

describe('membership numbers', () => {
  it('are M and six digits', () => {
    expect(formatMemberNumber(1)).toBe('M000001');
    expect(formatMemberNumber(600)).toBe('M000600');
    expect(formatMemberNumber(999_999)).toBe('M999999');
  });

  it.each([0, -1, 1.5, Number.NaN, 1_000_000])('refuse %d', (n) => {
    expect(() => formatMemberNumber(n)).toThrow(RangeError);
  });

  it('sort as they count', () => {
    const n = fc.integer({ min: 1, max: 999_999 });
    fc.assert(
      fc.property(n, n, (a, b) => {
        expect(MemberNumber.parse(formatMemberNumber(a)) < formatMemberNumber(b)).toBe(a < b);
      }),
    );
  });
});

describe('the first period', () => {
  it.each([
    ['2026-01-01', '2026-12-31'],
    ['2026-06-15', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['2028-02-29', '2028-12-31'],
  ])('from %s is to %s, the calendar year', (from, to) => expect(firstPeriod(from)).toEqual({ from, to }));

  it('goes by the version in force, and by the day its year begins on', () => {
    const school: MembershipPolicy = {
      ...samplePolicy(),
      version: 'later',
      from: '2030-01-01',
      year: { kind: 'calendar', startsOn: '09-01' },
    };
    const period = (on: string) => firstPeriod(on, [school, ...MEMBERSHIP_POLICIES]);
    expect(period('2029-12-31')).toEqual({ from: '2029-12-31', to: '2029-12-31' });
    expect(period('2030-01-01')).toEqual({ from: '2030-01-01', to: '2030-08-31' });
    expect(period('2030-08-31')).toEqual({ from: '2030-08-31', to: '2030-08-31' });
    expect(period('2030-09-01')).toEqual({ from: '2030-09-01', to: '2031-08-31' });
    expect(() => firstPeriod('2016-12-31')).toThrow(RangeError);
  });

  it('is never reversed and never longer than a year', () => {
    const day = fc
      .integer({ min: Date.UTC(2017, 0), max: Date.UTC(2060, 0) })
      .map((at) => new Date(at).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom('01-01', '03-01', '07-14', '12-31'), (on, startsOn) => {
        const { from, to } = firstPeriod(on, [{ ...samplePolicy(), year: { kind: 'calendar', startsOn } }]);
        const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
        expect(from).toBe(on);
        expect(days).toBeGreaterThanOrEqual(1);
        expect(days).toBeLessThanOrEqual(366);
      }),
    );
  });
});

describe('a new member', () => {
  const now = '2026-12-31T23:30:00.000Z';
  const application = sampleApplication({
    status: 'approved',
    antenna: { code: 'LYO', assignedBy: 'rule', at: now, communeCode: '69266' },
  });

  it('is what the application says, from its day in Paris on', () => {
    const member = newMember(application, 42, now);
    expect(Member.parse(member)).toEqual(member);
    expect(member).toMatchObject({
      number: 'M000042',
      status: 'active',
      antenna: 'LYO',
      admittedAt: now,
      period: { from: '2027-01-01', to: '2027-12-31' },
      company: { siren: '331518498' },
      version: 0,
    });
  });

  it('needs an antenna', () => {
    expect(() => newMember({ ...application, antenna: null }, 1, now)).toThrow(RangeError);
  });
});
