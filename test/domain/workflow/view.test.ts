import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as z from 'zod';
import { WorkflowView } from '../../../domain/contract/responses.ts';
import { type HistoryEvent, workflowView } from '../../../domain/workflow/view.ts';
import { antennaAssignment } from '../../../workflows/antenna-assignment.ts';
import { joining } from '../../../workflows/joining.ts';

const entered = (name: string): HistoryEvent => ({ type: 'TaskStateEntered', stateEnteredEventDetails: { name } });
const exited = (name: string): HistoryEvent => ({ type: 'TaskStateExited', stateExitedEventDetails: { name } });
const through = (...names: string[]) => names.flatMap((name) => [entered(name), exited(name)]);
const view = (
  events: HistoryEvent[],
  status: WorkflowView['executionStatus'] = 'RUNNING',
  definition: unknown = joining,
) =>
  workflowView({
    workflow: 'joining',
    definition: JSON.stringify(definition),
    events,
    status,
    error: null,
    cause: null,
  });
const progress = (drawn: WorkflowView) =>
  Object.fromEntries(drawn.states.filter((s) => s.progress !== 'not-reached').map((s) => [s.name, s.progress]));

describe('a workflow drawn', () => {
  it('tells the states of joining as one would', () => {
    expect(view([]).states.map((state) => state.name)).toEqual([
      'Reserve company',
      'Confirm e-mail',
      'Look up company',
      'Assign antenna',
      'Placed?',
      'Review application',
      'Escalate review',
      'Approved?',
      'Collect dues',
      'Paid?',
      'Admit member',
      'Screening asked for?',
      'Screen for growth',
      'Member admitted',
      'Correct application',
      'Record correction',
      'E-mail changed?',
      'Close application',
      'Outcome?',
      'Application refused',
      'Application withdrawn',
      'Application expired',
      'Company already known',
    ]);
  });

  it('tells the states of antenna-assignment as one would', () => {
    expect(view([], 'RUNNING', antennaAssignment).states.map((state) => state.name)).toEqual([
      'Propose antenna',
      'Clear cut?',
      'Choose antenna',
      'Record antenna',
      'Antenna recorded',
      'Application withdrawn',
    ]);
  });

  it('says where each state leads, each way once, faults last', () => {
    const states = new Map(view([]).states.map((state) => [state.name, state]));
    expect(states.get('Reserve company')).toMatchObject({
      type: 'Task',
      next: [
        { to: 'Confirm e-mail', label: 'next' },
        { to: 'Close application', label: 'catch' },
      ],
    });
    expect(states.get('Placed?')?.next).toEqual([
      { to: 'Close application', label: 'choice' },
      { to: 'Review application', label: 'default' },
    ]);
    expect(states.get('Member admitted')).toMatchObject({ type: 'Succeed', next: [] });
  });

  it('is what the contract says', () => {
    expect(WorkflowView.parse(view([]))).toEqual(view([]));
  });

  it('marks the state it is in', () => {
    expect(progress(view([...through('Reserve company'), entered('Confirm e-mail')]))).toEqual({
      'Reserve company': 'passed',
      'Confirm e-mail': 'current',
    });
  });

  it('marks a state that it came back to as what it is now', () => {
    const path = ['Reserve company', 'Confirm e-mail', 'Look up company', 'Confirm e-mail'];
    const events = [...through(...path.slice(0, 3)), entered('Confirm e-mail')];
    expect(progress(view(events))).toMatchObject({ 'Confirm e-mail': 'current', 'Look up company': 'passed' });
    expect(progress(view(through(...path)))).toMatchObject({ 'Confirm e-mail': 'passed' });
  });

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'] as const)('marks where it was when it %s', (status) => {
    expect(progress(view([...through('Reserve company'), entered('Look up company')], status))).toMatchObject({
      'Look up company': 'failed',
    });
  });

  it('has no current state when it succeeded, or between two states', () => {
    const events = [...through('Reserve company'), entered('Member admitted')];
    expect(progress(view(events, 'SUCCEEDED'))).toMatchObject({ 'Member admitted': 'passed' });
    expect(Object.values(progress(view(through('Reserve company'))))).toEqual(['passed']);
  });

  it('goes on after a redrive where it failed', () => {
    const events = [...through('Reserve company'), entered('Look up company'), { type: 'ExecutionRedriven' }];
    expect(progress(view(events, 'RUNNING'))).toMatchObject({ 'Look up company': 'current' });
  });

  it('passes over states that the definition does not have', () => {
    expect(progress(view(through('Long gone')))).toEqual({});
  });

  it('refuses what is no definition', () => {
    expect(() => view([], 'RUNNING', { StartAt: 'x' })).toThrow(z.ZodError);
  });

  it('tells every state once, from the start on, whatever leads where', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const ways = fc.record({
      Type: fc.constant('Choice'),
      Next: fc.option(fc.constantFrom(...names), { nil: undefined }),
      Default: fc.option(fc.constantFrom(...names), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.tuple(ways, ways, ways, ways, ways), (states) => {
        const definition = { StartAt: 'a', States: Object.fromEntries(states.map((s, i) => [names[i] ?? '', s])) };
        const drawn = view([], 'RUNNING', definition).states;
        expect(drawn.map((s) => s.name).sort()).toEqual(names);
        expect(drawn[0]?.name).toBe('a');
      }),
    );
  });
});
