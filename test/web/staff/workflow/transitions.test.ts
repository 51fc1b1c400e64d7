import { describe, expect, it } from '@jest/globals';
import type { WorkflowView } from '../../../../domain/contract/responses.ts';
import { drawnTransitions } from '../../../../web/staff/workflow/transitions.ts';
import { antennaAssignment, failedJoining, joining } from '../support/workflow-fixtures.ts';

/** The joining workflow with these states passed, and the last of them current. */
const joiningAt = (...been: string[]): WorkflowView => ({
  ...joining,
  states: joining.states.map((state) => ({
    ...state,
    progress: !been.includes(state.name) ? 'not-reached' : state.name === been.at(-1) ? 'current' : 'passed',
  })),
});
const travelled = (view: WorkflowView): string[] =>
  drawnTransitions(view)
    .filter((way) => way.travelled)
    .map((way) => `${way.from} > ${way.to}`);

const TO_REVIEW = [
  'Reserve company',
  'Confirm e-mail',
  'Look up company',
  'Assign antenna',
  'Placed?',
  'Review application',
];
const WAY_TO_REVIEW = [
  'Reserve company > Confirm e-mail',
  'Confirm e-mail > Look up company',
  'Look up company > Assign antenna',
  'Assign antenna > Placed?',
  'Placed? > Review application',
];

describe('the way an application went', () => {
  it('is the straight way while it goes straight on', () => {
    expect(travelled(joiningAt(...TO_REVIEW))).toEqual(WAY_TO_REVIEW);
    expect(travelled(failedJoining)).toEqual(WAY_TO_REVIEW.slice(0, 3));
  });

  it('is not drawn from every state that could have led to the end, only from where it did', () => {
    expect(
      travelled(joiningAt(...TO_REVIEW, 'Approved?', 'Close application', 'Outcome?', 'Application refused')),
    ).toEqual([
      ...WAY_TO_REVIEW,
      'Review application > Approved?',
      'Approved? > Close application',
      'Close application > Outcome?',
      'Outcome? > Application refused',
    ]);
  });

  it('takes an error’s way where the state had no other way out: withdrawn while the address was unconfirmed', () => {
    expect(travelled(joiningAt('Reserve company', 'Confirm e-mail', 'Close application', 'Outcome?'))).toEqual([
      'Reserve company > Confirm e-mail',
      'Confirm e-mail > Close application',
      'Close application > Outcome?',
    ]);
  });

  it('goes through the escalation when a review was left unanswered', () => {
    expect(travelled(joiningAt(...TO_REVIEW, 'Escalate review'))).toEqual([
      ...WAY_TO_REVIEW,
      'Review application > Escalate review',
    ]);
  });

  it('goes round again when changes were asked for', () => {
    expect(travelled(joining)).toEqual(
      expect.arrayContaining(['Approved? > Correct application', 'E-mail changed? > Look up company']),
    );
  });
});

describe('the ways drawn', () => {
  it('leave out an error’s way that was not taken, where another way leads to the same state', () => {
    const drawn = drawnTransitions(joiningAt('Reserve company')).map((way) => `${way.from} > ${way.to}`);
    expect(drawn).not.toContain('Reserve company > Close application');
    expect(drawn).toContain('Approved? > Close application');
    expect(drawn).toContain('Review application > Escalate review');
  });

  it('show an ordinary way rather than an error’s where both join the same states', () => {
    const way = drawnTransitions(antennaAssignment).find(
      (w) => w.from === 'Choose antenna' && w.to === 'Record antenna',
    );
    expect(way?.kind).toBe('next');
  });

  it('leave out a way to a state that is not shown', () => {
    const partial = { ...joining, states: joining.states.filter((state) => state.name !== 'Outcome?') };
    expect(drawnTransitions(partial).some((way) => way.to === 'Outcome?')).toBe(false);
  });
});
