import { describe, expect, it } from '@jest/globals';
import { CaseClosedError, ErrorName } from '../../../domain/errors.ts';
import {
  CASE_ENDS,
  CASE_STAGES,
  currentSession,
  type GrowthCase,
  instanceOf,
  isEnd,
  isOpen,
  sessionsOfInstance,
  withSession,
} from '../../../domain/growth/case.ts';
import { applicationOfCase, caseIdOf, caseOfScreening, screeningNameOf } from '../../../domain/growth/case-id.ts';
import { isGrowthTask, isJoiningTask, TASK_KINDS } from '../../../domain/task/task.ts';
import { session } from '../jury/jurors.ts';

const ID = '6d1f0c1e-3f2a-4a58-9f0e-0d0f6f0b7a11';

describe('the names of a case', () => {
  it('tell its application and its execution, and back', () => {
    const caseId = caseIdOf(ID, 2);
    expect(applicationOfCase(caseId)).toBe(ID);
    expect(screeningNameOf(caseId)).toBe(`${ID}-growth-2`);
    expect(screeningNameOf(caseId)).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
    expect(caseOfScreening(screeningNameOf(caseId))).toBe(caseId);
    expect(caseOfScreening(ID)).toBeNull();
  });
});

const growthCase: GrowthCase = {
  caseId: caseIdOf(ID, 1),
  applicationId: ID,
  number: 1,
  memberNumber: 'M000001',
  companyName: 'ESKER',
  siren: '331518498',
  antenna: 'LYO',
  reason: 'admission',
  requestedBy: { kind: 'system' },
  openedAt: '2026-10-05T08:00:00.000Z',
  stage: 'voting',
  score: null,
  sessions: [session(), { ...session(), number: 2, instance: 'appeal' }],
  questions: [],
  appeal: null,
  cohortId: null,
  abandoned: null,
  endedAt: null,
};

describe('a case', () => {
  it('is open until it ended or is to be ended', () => {
    const at = '2026-10-06T08:00:00.000Z';
    expect(isOpen(growthCase)).toBe(true);
    expect(isOpen({ ...growthCase, endedAt: at })).toBe(false);
    expect(isOpen({ ...growthCase, abandoned: { reason: 'lapsed', by: { kind: 'system' }, at } })).toBe(false);
    expect(CASE_STAGES.filter(isEnd)).toEqual([...CASE_ENDS]);
  });

  it('is before its latest sitting, and, once appealed, before another jury', () => {
    expect(currentSession(growthCase)?.number).toBe(2);
    expect(withSession(growthCase, { ...session(), number: 9 }).sessions.map(({ number }) => number)).toEqual([1, 9]);
    expect(() => withSession({ ...growthCase, sessions: [] }, session())).toThrow();
    expect(instanceOf(growthCase)).toBe('first');
    const appeal = { dueAt: '', answeredAt: '', appealed: true, grounds: 'x' };
    expect(sessionsOfInstance({ ...growthCase, appeal }).map(({ number }) => number)).toEqual([2]);
  });
});

describe('what people are asked', () => {
  it('belongs to joining or to a screening, never to both', () => {
    for (const kind of TASK_KINDS) expect(isGrowthTask({ kind }) && isJoiningTask({ kind })).toBe(false);
    expect(TASK_KINDS.filter((kind) => isGrowthTask({ kind }))).toEqual([
      'jury-vote',
      'provide-more',
      'appeal-decision',
    ]);
  });
  it('ends with the case, under a name the workflow knows', () => {
    expect(new CaseClosedError(growthCase.caseId).name).toBe(ErrorName.CaseClosed);
  });
});
