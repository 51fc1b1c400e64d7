import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  endResigned,
  exclude,
  giveNotice,
  lapse,
  type MemberStep,
  openRenewal,
  rejoin,
  renew,
  renewalDue,
  renewalToStart,
  suspend,
} from '../../../domain/member/lifecycle.ts';
import { Member } from '../../../domain/member/member.ts';
import { deadlines, overlap, plusDays } from '../../../domain/member/period.ts';
import { assertMemberMove, hasLeft, MEMBER_STATUSES, mayMoveMember } from '../../../domain/member/status.ts';
import { sampleMember } from './samples.ts';

const noon = (day: string): string => `${day}T11:00:00.000Z`;
const NEXT = { from: '2028-01-01', to: '2028-12-31' };
const must = (step: MemberStep | null): Member => {
  if (step === null) throw new Error('Nothing was done.');
  return Member.parse(step.member);
};
const toRenew = (member = sampleMember()): Member => must(openRenewal(member, NEXT.from, noon('2027-11-02')));
const suspended = (): Member => must(suspend(toRenew(), NEXT.from));
const lapsed = (): Member => must(lapse(suspended(), NEXT.from, noon('2028-06-29')));
const notice = { receivedOn: '2027-12-31', late: false, comment: 'Cessation d’activité.' };

describe('statuses', () => {
  it('move as the lifecycle says and no other way', () => {
    expect(mayMoveMember('active', 'suspended')).toBe(false);
    expect(mayMoveMember('to-renew', 'lapsed')).toBe(false);
    expect(() => assertMemberMove('excluded', 'suspended')).toThrow('cannot become suspended');
    for (const status of MEMBER_STATUSES) expect(mayMoveMember(status, status)).toBe(true);
  });
});

describe('a renewal', () => {
  it('is due from the notice on, for the period that follows', () => {
    const member = sampleMember();
    expect(renewalDue(member, '2027-10-31')).toBeNull();
    expect(renewalDue(member, '2027-11-01')).toEqual(NEXT);
    expect(renewalDue(member, '2028-03-01')).toEqual(NEXT);
  });

  it('opens once, and for its own period alone', () => {
    expect(toRenew()).toMatchObject({ status: 'to-renew', renewal: { period: NEXT } });
    expect(openRenewal(toRenew(), NEXT.from, noon('2027-11-03'))).toBeNull();
    expect(openRenewal(sampleMember(), '2029-01-01', noon('2027-11-02'))).toBeNull();
  });

  it('gives the next period when it is paid, before or after the year begins', () => {
    const member = must(renew(toRenew(), NEXT.from));
    expect(member).toMatchObject({ status: 'active', period: NEXT, renewal: null });
    expect(renew(member, NEXT.from)).toBeNull();
  });

  it('paid after suspension, or after lapse, gives the year that was asked for', () => {
    expect(must(renew(suspended(), NEXT.from))).toMatchObject({ status: 'active', period: NEXT });
    expect(must(renew(lapsed(), NEXT.from))).toMatchObject({ status: 'active', period: NEXT, leftAt: null });
    expect(renew(lapsed(), NEXT.from)?.happening.type).toBe('membership-restored');
  });

  it('suspends before it strikes off', () => {
    expect(lapse(toRenew(), NEXT.from, noon('2028-06-29'))).toBeNull();
    expect(suspend(suspended(), NEXT.from)).toBeNull();
    expect(lapsed()).toMatchObject({ status: 'lapsed', leftAt: noon('2028-06-29'), renewal: { period: NEXT } });
  });
});

describe('a resignation', () => {
  it('in writing by 31 December ends the membership with the year, and calls the renewal off', () => {
    const member = must(giveNotice(toRenew(), notice, noon('2028-01-05')));
    expect(member).toMatchObject({
      status: 'active',
      renewal: null,
      resignation: { receivedOn: '2027-12-31', effectiveOn: '2027-12-31' },
    });
    expect(renewalDue(member, '2027-12-31')).toBeNull();
    expect(endResigned(member, '2027-12-31', noon('2027-12-31'))).toBeNull();
    expect(must(endResigned(member, '2028-01-01', noon('2028-01-01')))).toMatchObject({ status: 'resigned' });
    expect(giveNotice(member, notice, noon('2028-01-05'))).toBeNull();
  });

  it('in time, and found when the member was suspended already, ends it with the year it was given in, and nothing is owed', () => {
    const member = must(giveNotice(suspended(), notice, noon('2028-04-10')));
    expect(member).toMatchObject({ renewal: null, resignation: { effectiveOn: '2027-12-31' } });
    expect(lapse(member, NEXT.from, noon('2028-07-01'))).toBeNull();
    expect(must(endResigned(member, '2028-04-11', noon('2028-04-11')))).toMatchObject({ status: 'resigned' });
  });

  it('after that day is refused with it, and may be kept for the end of the next year', () => {
    const late = { ...notice, receivedOn: '2028-01-01' };
    expect(() => giveNotice(toRenew(), late, noon('2028-01-05'))).toThrow(
      expect.objectContaining({ type: 'resignation-too-late', details: { params: { deadline: '2027-12-31' } } }),
    );
    const member = must(giveNotice(toRenew(), { ...late, late: true }, noon('2028-01-05')));
    expect(member).toMatchObject({ status: 'to-renew', resignation: { effectiveOn: '2028-12-31' } });
    const paid = must(renew(member, NEXT.from));
    expect(renewalDue(paid, '2028-12-01')).toBeNull();
    expect(must(endResigned(paid, '2029-01-01', noon('2029-01-01')))).toMatchObject({ status: 'resigned' });
  });

  it('of tomorrow, or of who has left, is refused', () => {
    expect(() => giveNotice(sampleMember(), { ...notice, receivedOn: '2027-06-02' }, noon('2027-06-01'))).toThrow(
      'invalid-fields',
    );
    expect(() => giveNotice(lapsed(), notice, noon('2028-07-01'))).toThrow('member-left');
  });
});

describe('an exclusion', () => {
  it('takes effect at once and is told with its reason', () => {
    const step = exclude(toRenew(), 'Manquement à la charte.', noon('2027-11-10'));
    expect(must(step)).toMatchObject({ status: 'excluded', renewal: null });
    expect(step?.happening).toEqual({ type: 'member-excluded', comment: 'Manquement à la charte.' });
    expect(exclude(must(step), '', noon('2027-11-11'))).toBeNull();
    expect(renew(must(step), NEXT.from)).toBeNull();
    expect(() => exclude(lapsed(), '', noon('2028-08-01'))).toThrow('member-left');
  });
});

describe('joining again', () => {
  it('keeps the number and has a period of its own, when it is paid', () => {
    const back = must(rejoin(lapsed(), '', noon('2028-09-15')));
    const period = { from: '2028-09-15', to: '2028-12-31' };
    expect(back).toMatchObject({ number: 'M000042', status: 'to-renew', since: '2028-09-15', renewal: { period } });
    expect(must(renew(back, back.renewal?.key ?? ''))).toMatchObject({ status: 'active', period });
    // What it owed before gives no period any more.
    expect(renew(back, NEXT.from)).toBeNull();
    expect(rejoin(back, '', noon('2028-09-15'))).toBeNull();
    expect(deadlines({ period, openedAt: noon('2028-09-15') }).suspendOn).toBe(plusDays('2028-09-15', 120));
  });

  it('within a period that was paid for begins after it', () => {
    const out = must(exclude(sampleMember(), 'x', noon('2027-06-01')));
    expect(must(rejoin(out, '', noon('2027-09-01'))).renewal?.period).toEqual(NEXT);
  });

  it('is for who has left', () => {
    expect(() => rejoin(sampleMember(), '', noon('2027-09-01'))).toThrow('still-member');
  });
});

type Act = { kind: string; days: number; flag: boolean };

describe('whatever happens to a member, in whatever order', () => {
  it('its periods never overlap nor run backwards, and its status is a legal one', () => {
    const kinds = ['open', 'renew', 'old', 'suspend', 'lapse', 'resign', 'end', 'exclude', 'rejoin'];
    const act = fc.record<Act>({
      kind: fc.constantFrom(...kinds),
      days: fc.integer({ min: 0, max: 200 }),
      flag: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let member = sampleMember();
        let today = '2027-03-15';
        const periods = [member.period];
        const opened: string[] = [];
        const step = ({ kind, flag }: Act): MemberStep | null => {
          const now = noon(today);
          const from = member.renewal?.key ?? '2000-01-01';
          switch (kind) {
            case 'open': {
              const due = renewalToStart(member, today);
              return due === null ? null : openRenewal(member, due.key, now);
            }
            case 'renew':
              return renew(member, from);
            case 'old':
              return renew(member, opened.at(flag ? 0 : -2) ?? from);
            case 'suspend':
              return suspend(member, from);
            case 'lapse':
              return lapse(member, from, now);
            case 'resign':
              return giveNotice(member, { receivedOn: today, late: flag, comment: '' }, now);
            case 'end':
              return endResigned(member, today, now);
            case 'exclude':
              return exclude(member, '', now);
            default:
              return rejoin(member, '', now);
          }
        };
        for (const one of acts) {
          today = plusDays(today, one.days);
          const before = member;
          try {
            const done = step(one);
            if (done === null) continue;
            member = done.member;
            Member.parse(member);
          } catch (error) {
            if (!(error instanceof Error) || error.name !== 'Refusal') throw error;
            continue;
          }
          expect(mayMoveMember(before.status, member.status)).toBe(true);
          expect(member.leftAt !== null).toBe(hasLeft(member.status));
          if (member.renewal !== null) opened.push(member.renewal.key);
          if (member.period !== before.period) periods.push(member.period);
        }
        for (const [n, period] of periods.entries()) {
          expect(period.from <= period.to).toBe(true);
          for (const other of periods.slice(n + 1)) {
            expect(overlap(period, other)).toBe(false);
            expect(period.to < other.from).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
