import { describe, expect, it } from '@jest/globals';
import { CASE_STAGES, isEnd } from '../../../domain/growth/case.ts';
import { CASE_STEPS, stepsOf } from '../../../web/growth/case-steps.ts';

describe('the steps of a candidacy', () => {
  it('are done up to where it stands, and ahead after it', () => {
    expect(stepsOf('voting')).toEqual({ score: 'done', jury: 'current', decision: 'ahead', programme: 'ahead' });
    expect(stepsOf('declined')).toEqual({ score: 'done', jury: 'done', decision: 'stopped', programme: 'ahead' });
    expect(stepsOf('enrolled')).toEqual({ score: 'done', jury: 'done', decision: 'done', programme: 'done' });
  });

  it.each(CASE_STAGES)('say of %s whether it goes on', (stage) => {
    const states = CASE_STEPS.map((step) => stepsOf(stage)[step]);
    // Whoever waits for a place is admitted: the case has ended, its way has not.
    expect(states.includes('current')).toBe(!isEnd(stage) || stage === 'waiting-list');
    expect(states.filter((state) => state === 'current' || state === 'stopped').length).toBeLessThan(2);
  });
});
