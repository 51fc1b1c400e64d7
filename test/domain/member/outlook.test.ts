import { describe, expect, it } from '@jest/globals';
import { exclude, giveNotice, lapse, openRenewal, suspend } from '../../../domain/member/lifecycle.ts';
import type { Member } from '../../../domain/member/member.ts';
import { membershipOutlook } from '../../../domain/member/outlook.ts';
import { sampleMember } from './samples.ts';

const NOW = '2027-06-01T08:00:00.000Z';
const memberAfter = (step: { member: Member } | null): Member => {
  if (step === null) throw new Error('Nothing happened.');
  return step.member;
};
const seen = (member: Member, now = NOW) => {
  const { standing, until } = membershipOutlook(member, sampleMember().applicationId, now);
  return { standing, until };
};

describe('a membership as the page behind its link tells of it', () => {
  it('is welcomed in its first period, and is a membership like others later', () => {
    const member = sampleMember();
    expect(seen(member)).toEqual({ standing: 'new', until: '2027-12-31' });
    const period = { from: '2028-01-01', to: '2028-12-31' };
    expect(seen({ ...member, period })).toEqual({ standing: 'active', until: '2028-12-31' });
  });

  it('is leaving from the resignation on, and has ended on its last day', () => {
    const member = memberAfter(giveNotice(sampleMember(), { receivedOn: '2027-06-01', late: false, comment: '' }, NOW));
    expect(seen(member)).toEqual({ standing: 'leaving', until: '2027-12-31' });
    const gone = { ...member, status: 'resigned' as const, leftAt: '2028-01-02T00:30:00.000Z' };
    expect(seen(gone)).toEqual({ standing: 'resigned', until: '2027-12-31' });
  });

  it('that was resigned too late is to be renewed first', () => {
    const asked = memberAfter(openRenewal(sampleMember(), '2028-01-01', '2027-11-02T08:00:00.000Z'));
    const now = '2028-01-03T08:00:00.000Z';
    const late = memberAfter(giveNotice(asked, { receivedOn: '2028-01-02', late: true, comment: '' }, now));
    expect(seen(late, now).standing).toBe('to-renew');
  });

  it('may be paid for after it lapsed, for as long as its renewal waits, and then no more', () => {
    const opened = '2027-11-02T08:00:00.000Z';
    const asked = memberAfter(openRenewal(sampleMember(), '2028-01-01', opened));
    expect(seen(asked, opened).standing).toBe('to-renew');
    const suspended = memberAfter(suspend(asked, '2028-01-01'));
    expect(seen(suspended, '2028-03-01T08:00:00.000Z').standing).toBe('suspended');
    const lapsed = memberAfter(lapse(suspended, '2028-01-01', '2028-06-29T23:30:00.000Z'));
    // Struck off after midnight in Paris.
    expect(seen(lapsed, '2028-10-16T08:00:00.000Z')).toEqual({ standing: 'lapsed', until: '2028-06-30' });
    expect(seen(lapsed, '2028-10-17T08:00:00.000Z').standing).toBe('lapsed-for-good');
  });

  it('that was ended says since when; that goes on by a later application, that it does', () => {
    const member = memberAfter(exclude(sampleMember(), 'Manquement.', NOW));
    expect(seen(member)).toEqual({ standing: 'excluded', until: '2027-06-01' });
    expect(membershipOutlook(member, 'another', NOW).standing).toBe('elsewhere');
  });

  it('tells the latest figures known, in whatever order they came', () => {
    const figuresOf = (year: number) => ({ year, employees: year - 2000, turnover: 1 });
    const figures = [2025, 2026, 2024].map(figuresOf);
    const latest = (of: Member) => membershipOutlook(of, of.applicationId, NOW).latestFigures;
    expect([latest(sampleMember({ figures })), latest(sampleMember({ figures: [] }))]).toEqual([figuresOf(2026), null]);
  });
});
