import type { CaseStage } from '../../domain/growth/case.ts';

/** The way of a candidacy, in the words of who follows it. */
export const CASE_STEPS = ['score', 'jury', 'decision', 'programme'] as const;
export type CaseStep = (typeof CASE_STEPS)[number];
export type StepState = 'done' | 'current' | 'stopped' | 'ahead';

/** How far each stage is: the step it stands at, and whether it goes on, has arrived, or stopped there. */
const PLACES: Record<CaseStage, [at: CaseStep, state: 'current' | 'stopped' | 'done']> = {
  scoring: ['score', 'current'],
  convening: ['jury', 'current'],
  voting: ['jury', 'current'],
  'chair-asked': ['jury', 'current'],
  'more-asked': ['jury', 'current'],
  'next-session': ['jury', 'current'],
  'appeal-open': ['decision', 'current'],
  'not-eligible': ['score', 'stopped'],
  enrolled: ['programme', 'done'],
  'waiting-list': ['programme', 'current'],
  declined: ['decision', 'stopped'],
  undecided: ['jury', 'stopped'],
  abandoned: ['jury', 'stopped'],
  failed: ['score', 'stopped'],
};

/** The state of each step of a candidacy at a stage. */
export const stepsOf = (stage: CaseStage): Record<CaseStep, StepState> => {
  const [at, state] = PLACES[stage];
  const place = CASE_STEPS.indexOf(at);
  const stateOf = (step: number): StepState => {
    if (step === place) return state;
    return step < place ? 'done' : 'ahead';
  };
  return { score: stateOf(0), jury: stateOf(1), decision: stateOf(2), programme: stateOf(3) };
};
