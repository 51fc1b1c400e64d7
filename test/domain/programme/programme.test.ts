import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Refusal } from '../../../domain/errors.ts';
import { type Candidate, type Cohort, freePlaces, inPlace } from '../../../domain/programme/cohort.ts';
import { chooseMentor, type Mentor } from '../../../domain/programme/mentor.ts';
import {
  assignMentor,
  enrol,
  fill,
  isKnown,
  leave,
  leaveProgramme,
  type Programme,
  recordMilestone,
  resize,
  untold,
} from '../../../domain/programme/programme.ts';

const WHEN = { at: '2026-10-05T08:00:00.000Z', on: '2026-10-05' };
const candidate = (n: number): Candidate => ({
  applicationId: `app-${n}`,
  caseId: `app-${n}~1`,
  memberNumber: `M${String(n).padStart(6, '0')}`,
  companyName: `Société ${n}`,
  siren: String(100_000_000 + n),
  antenna: 'STE',
});
const cohort = (cohortId: string, capacity: number, change: Partial<Cohort> = {}): Cohort => ({
  cohortId,
  name: cohortId,
  from: '2026-09-01',
  to: '2027-06-30',
  capacity,
  milestones: [{ milestoneId: 'm1', name: 'Diagnostic', dueOn: '2026-12-01' }],
  participants: [],
  revision: 0,
  ...change,
});
const mentor = (mentorId: string, change: Partial<Mentor> = {}): Mentor => ({
  mentorId,
  name: mentorId,
  email: `${mentorId}@example.fr`,
  organisation: 'Réseau',
  antenna: null,
  most: 2,
  conflicts: [],
  active: true,
  charges: [],
  revision: 0,
  ...change,
});
const programme = (change: Partial<Programme> = {}): Programme => ({
  cohorts: [cohort('one', 2)],
  waiting: { entries: [], revision: 0 },
  mentors: [mentor('a'), mentor('b')],
  ...change,
});
const withThree = (start = programme()) => [1, 2, 3].reduce((all, n) => enrol(all, candidate(n), WHEN), start);
const by = { kind: 'staff', id: 's', name: 'Claire' } as const;
const exit = { reason: 'left' as const, at: WHEN.at, by, comment: 'Quitte le cluster.' };
const placesOf = ({ cohorts }: Programme) =>
  cohorts.map((one) => inPlace(one).map(({ applicationId }) => applicationId));
const waitingOf = ({ waiting }: Programme) => waiting.entries.map(({ applicationId }) => applicationId);
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.details.errors?.[0]?.code ?? error.type;
  }
};

describe('enrolment', () => {
  it('gives places while there are some, then a place in the waiting list', () => {
    const full = withThree();
    expect([placesOf(full), waitingOf(full)]).toEqual([[['app-1', 'app-2']], ['app-3']]);
    expect(isKnown(full, 'app-3')).toBe(true);
    expect(enrol(full, candidate(3), WHEN)).toEqual(full);
  });

  it('takes the first cohort to begin that has a place and is not over', () => {
    const cohorts = [
      cohort('over', 5, { to: '2026-10-04' }),
      cohort('later', 5, { from: '2027-01-01' }),
      cohort('now', 1),
    ];
    const placed = withThree(programme({ cohorts }));
    expect(placesOf(placed)).toEqual([[], ['app-2', 'app-3'], ['app-1']]);
  });

  it('moves up whoever waits when a cohort opens', () => {
    const none = withThree(programme({ cohorts: [] }));
    expect(waitingOf(none)).toEqual(['app-1', 'app-2', 'app-3']);
    const opened = fill({ ...none, cohorts: [cohort('new', 2)] }, WHEN);
    expect([placesOf(opened), waitingOf(opened)]).toEqual([[['app-1', 'app-2']], ['app-3']]);
    expect(untold(opened.cohorts[0] ?? cohort('none', 1)).map(({ applicationId }) => applicationId)).toEqual([
      'app-1',
      'app-2',
    ]);
  });
});

describe('leaving', () => {
  it('moves up the one that has waited the longest, and frees the mentor', () => {
    const after = leave(withThree(), 'one', 'app-1', exit, WHEN.on);
    expect([placesOf(after), waitingOf(after)]).toEqual([[['app-2', 'app-3']], []]);
    expect(after.cohorts[0]?.participants[0]?.exit).toEqual(exit);
    expect(after.mentors.flatMap(({ charges }) => charges).sort()).toEqual(['app-2', 'app-3']);
    expect(codeOf(() => leave(after, 'one', 'app-1', exit, WHEN.on))).toBe('not-found');
  });

  it('from wherever the company stands: a place, the waiting list, or nowhere', () => {
    const full = withThree();
    expect(waitingOf(leaveProgramme(full, 'app-3', exit, WHEN.on))).toEqual([]);
    expect(placesOf(leaveProgramme(full, 'app-2', exit, WHEN.on))).toEqual([['app-1', 'app-3']].map((l) => l));
    expect(leaveProgramme(full, 'stranger', exit, WHEN.on)).toEqual(full);
  });
});

describe('capacity', () => {
  it('is never below those who hold a place; more of it moves up who waits', () => {
    const full = withThree();
    expect(codeOf(() => resize(full, 'one', 1, WHEN))).toBe('cohort.below-enrolled');
    expect(codeOf(() => resize(full, 'two', 1, WHEN))).toBe('not-found');
    expect(placesOf(resize(full, 'one', 3, WHEN))).toEqual([['app-1', 'app-2', 'app-3']]);
  });

  it('is never exceeded, and nobody is lost or twice, whatever happens in whatever order', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('enrol' as const), n: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('leave' as const), n: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('resize' as const), n: fc.integer({ min: 1, max: 6 }) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let all = programme({ cohorts: [cohort('one', 2), cohort('two', 1, { from: '2027-01-01' })] });
        const inside = new Set<string>();
        for (const { kind, n } of acts) {
          if (kind === 'enrol') {
            all = enrol(all, candidate(n), WHEN);
            inside.add(`app-${n}`);
          } else if (kind === 'leave') {
            all = leaveProgramme(all, `app-${n}`, exit, WHEN.on);
            inside.delete(`app-${n}`);
          } else if (n >= inPlace(all.cohorts[0] ?? cohort('x', 1)).length) all = resize(all, 'one', n, WHEN);
          for (const one of all.cohorts) expect(inPlace(one).length).toBeLessThanOrEqual(one.capacity);
          const known = [...placesOf(all).flat(), ...waitingOf(all)];
          expect(known.sort()).toEqual([...inside].sort());
          // Nobody waits while there is a place.
          if (all.cohorts.some((one) => freePlaces(one) > 0)) expect(waitingOf(all)).toEqual([]);
          const charges = all.mentors.flatMap((one) => one.charges);
          expect(new Set(charges).size).toBe(charges.length);
          for (const one of all.mentors) expect(one.charges.length).toBeLessThanOrEqual(one.most);
        }
      }),
    );
  });
});

describe('mentors', () => {
  it('are shared out by load, without those who have a tie', () => {
    const mentors = [
      mentor('a', { conflicts: [candidate(1).siren] }),
      mentor('b'),
      mentor('c', { most: 4, charges: ['z'] }),
    ];
    expect(chooseMentor(mentors, candidate(1))?.mentorId).toBe('b');
    expect(chooseMentor(mentors, candidate(2))?.mentorId).toBe('a');
    expect(
      chooseMentor([mentor('a', { antenna: 'LYO' }), mentor('b', { antenna: 'STE' })], candidate(2))?.mentorId,
    ).toBe('b');
    expect(chooseMentor([mentor('a', { active: false })], candidate(1))).toBeNull();
    expect(chooseMentor([mentor('a', { most: 1, charges: ['z'] })], candidate(1))).toBeNull();
  });

  it('may be changed by hand, but not to one with a tie or no time', () => {
    const start = programme({
      mentors: [
        mentor('a'),
        mentor('tied', { conflicts: [candidate(1).siren] }),
        mentor('busy', { most: 1, charges: ['z'] }),
      ],
    });
    const one = enrol(start, candidate(1), WHEN);
    expect(codeOf(() => assignMentor(one, 'one', 'app-1', 'tied'))).toBe('mentor.not-available');
    expect(codeOf(() => assignMentor(one, 'one', 'app-1', 'busy'))).toBe('mentor.not-available');
    expect(codeOf(() => assignMentor(one, 'one', 'app-1', 'nobody'))).toBe('mentor.not-available');
    const other = assignMentor({ ...one, mentors: [...one.mentors, mentor('free')] }, 'one', 'app-1', 'free');
    expect(other.mentors.map(({ mentorId, charges }) => [mentorId, charges])).toEqual([
      ['a', []],
      ['tied', []],
      ['busy', ['z']],
      ['free', ['app-1']],
    ]);
  });
});

describe('milestones', () => {
  it('are those of the cohort, each once', () => {
    const taken = (milestoneId: string, on: string) => ({ milestoneId, on, by, comment: '' });
    const full = withThree();
    expect(codeOf(() => recordMilestone(full, 'one', 'app-1', taken('m9', '2026-10-05')))).toBe('not-in-list');
    const twice = recordMilestone(
      recordMilestone(full, 'one', 'app-1', taken('m1', '2026-10-05')),
      'one',
      'app-1',
      taken('m1', '2026-10-06'),
    );
    expect(twice.cohorts[0]?.participants[0]?.done).toEqual([taken('m1', '2026-10-06')]);
  });
});
