import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { digestFor, type Waiting, weekOf } from '../../../domain/digest/digest.ts';
import { daysBetween } from '../../../domain/member/period.ts';

const NOW = '2027-03-29T05:30:00.000Z';
const task = (companyName: string, dueAt: string, antennas: ('STE' | 'LYO')[] = ['STE']): Waiting => ({
  kind: 'review-application',
  companyName,
  dueAt,
  escalatedAt: null,
  audience: { kind: 'staff', antennas, headOffice: false },
});
const WAITING = [
  task('Gier', '2027-03-27T12:00:00.000Z'),
  task('Saône', '2027-03-28T12:00:00.000Z', ['LYO']),
  task('Furan', '2027-04-01T12:00:00.000Z'),
];

describe('the digest', () => {
  it('tells an antenna what is its own, in the reader’s language, what is late first', () => {
    expect(digestFor({ antenna: 'STE', language: 'fr' }, WAITING, NOW)).toEqual({
      waiting: 2,
      late: 1,
      lines:
        '• Gier\u00a0: examiner la demande, en retard de 2 jours\n• Furan\u00a0: examiner la demande, encore 3 jours',
    });
    expect(digestFor({ antenna: 'LYO', language: 'en' }, WAITING, NOW)?.lines).toBe(
      '• Saône: review the application, 1 day late',
    );
  });

  it('tells who reads for all antennas of all, and nothing to whom nothing waits for', () => {
    expect(digestFor({ antenna: null, language: 'fr' }, WAITING, NOW)).toMatchObject({ waiting: 3, late: 2 });
    expect(digestFor({ antenna: 'ANN', language: 'fr' }, WAITING, NOW)).toBeNull();
  });

  it('says of what was passed on to the head office that it was, rather than its half a year more', () => {
    const passedOn = { ...task('Gier', '2027-09-20T12:00:00.000Z'), escalatedAt: '2027-03-24T12:00:00.000Z' };
    const lines = (['fr', 'en'] as const).map(
      (language) => digestFor({ antenna: null, language }, [passedOn], NOW)?.lines,
    );
    expect(lines).toEqual([
      '• Gier\u00a0: examiner la demande, transmise au siège',
      '• Gier: review the application, passed on to the head office',
    ]);
  });

  it('counts what it has no room for', () => {
    const many = Array.from({ length: 30 }, (_, n) => task(`N${n}`, '2027-04-01T12:00:00.000Z'));
    const digest = digestFor({ antenna: 'STE', language: 'en' }, many, NOW);
    expect(digest?.lines.split('\n')).toHaveLength(26);
    expect(digest?.lines).toMatch(/… and 5 more$/);
  });

  it('is of the week of its Monday, whichever day it is sent on', () => {
    expect(['2027-03-29', '2027-04-04', '2028-02-29', '1969-12-31'].map(weekOf)).toEqual([
      '2027-03-29',
      '2027-03-29',
      '2028-02-28',
      '1969-12-29',
    ]);
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const days = daysBetween(weekOf(iso), iso);
        expect(days >= 0 && days < 7 && new Date(weekOf(iso)).getUTCDay() === 1).toBe(true);
      }),
    );
  });
});
