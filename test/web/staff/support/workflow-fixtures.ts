import { WorkflowView } from '../../../../domain/contract/responses.ts';

// The workflows as the API draws them, at some moments of an application.

type Label = WorkflowView['states'][number]['next'][number]['label'];
type Progress = WorkflowView['states'][number]['progress'];
const state = (name: string, type: string, progress: Progress, next: [to: string, label?: Label][] = []) => ({
  name,
  type,
  progress,
  next: next.map(([to, label = 'next']) => ({ to, label })),
});
const CAUGHT: [string, Label] = ['Close application', 'catch'];

/** The joining workflow with an application in review, for the second time round. */
export const joining: WorkflowView = WorkflowView.parse({
  workflow: 'joining',
  startAt: 'Reserve company',
  executionStatus: 'RUNNING',
  error: null,
  cause: null,
  states: [
    state('Reserve company', 'Task', 'passed', [['Confirm e-mail'], CAUGHT]),
    state('Confirm e-mail', 'Task', 'passed', [['Look up company'], CAUGHT]),
    state('Look up company', 'Task', 'passed', [['Assign antenna'], CAUGHT]),
    state('Assign antenna', 'Task', 'passed', [['Placed?']]),
    state('Placed?', 'Choice', 'passed', [
      ['Review application', 'choice'],
      ['Close application', 'default'],
    ]),
    state('Review application', 'Task', 'current', [['Approved?'], ['Escalate review', 'catch'], CAUGHT]),
    state('Escalate review', 'Task', 'not-reached', [['Approved?'], CAUGHT]),
    state('Approved?', 'Choice', 'passed', [
      ['Admit member', 'choice'],
      ['Correct application', 'choice'],
      ['Close application', 'default'],
    ]),
    state('Admit member', 'Task', 'not-reached', [['Member admitted'], CAUGHT]),
    state('Correct application', 'Task', 'passed', [['Record correction'], CAUGHT]),
    state('Record correction', 'Task', 'passed', [['E-mail changed?'], CAUGHT]),
    state('E-mail changed?', 'Choice', 'passed', [
      ['Confirm e-mail', 'choice'],
      ['Look up company', 'default'],
    ]),
    state('Close application', 'Task', 'not-reached', [['Outcome?']]),
    state('Outcome?', 'Choice', 'not-reached', [
      ['Application refused', 'choice'],
      ['Application withdrawn', 'choice'],
      ['Application expired', 'choice'],
      ['Company already known', 'default'],
    ]),
    state('Member admitted', 'Succeed', 'not-reached'),
    state('Application refused', 'Succeed', 'not-reached'),
    state('Application withdrawn', 'Succeed', 'not-reached'),
    state('Application expired', 'Succeed', 'not-reached'),
    state('Company already known', 'Succeed', 'not-reached'),
  ],
});

/** The antenna assignment, done by the rule alone. */
export const antennaAssignment: WorkflowView = WorkflowView.parse({
  workflow: 'antenna-assignment',
  startAt: 'Propose antenna',
  executionStatus: 'SUCCEEDED',
  error: null,
  cause: null,
  states: [
    state('Propose antenna', 'Task', 'passed', [['Clear cut?'], ['Application withdrawn', 'catch']]),
    state('Clear cut?', 'Choice', 'passed', [
      ['Record antenna', 'choice'],
      ['Choose antenna', 'default'],
    ]),
    state('Choose antenna', 'Task', 'not-reached', [
      ['Record antenna'],
      ['Record antenna', 'catch'],
      ['Application withdrawn', 'catch'],
    ]),
    state('Record antenna', 'Task', 'passed', [['Antenna recorded'], ['Application withdrawn', 'catch']]),
    state('Antenna recorded', 'Succeed', 'passed'),
    state('Application withdrawn', 'Succeed', 'not-reached'),
  ],
});

/** The joining workflow of an application whose execution failed. */
export const failedJoining: WorkflowView = {
  ...joining,
  executionStatus: 'FAILED',
  error: 'TransientStoreError',
  cause: 'The table did not answer in time.',
  states: joining.states.map((s) => ({
    ...s,
    progress:
      s.name === 'Assign antenna'
        ? ('failed' as const)
        : ['Reserve company', 'Confirm e-mail', 'Look up company'].includes(s.name)
          ? ('passed' as const)
          : ('not-reached' as const),
  })),
};
