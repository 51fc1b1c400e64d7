import { describe, expect, it } from '@jest/globals';
import { type DetailedEvent, plainCause, tellHistory } from '../../../domain/workflow/history.ts';

const SECRET = 'camille.martin@example.fr';
const at = new Date('2026-10-05T08:00:00.000Z');
const event = (id: number, type: string, rest: DetailedEvent = {}): DetailedEvent => ({
  id,
  previousEventId: id - 1,
  timestamp: at,
  type,
  ...rest,
});
const task = { resourceType: 'lambda', resource: 'invoke' };
const NESTED = 'arn:aws:states:eu-west-3:1:execution:antenna-assignment:n';
const HISTORY: DetailedEvent[] = [
  event(1, 'ExecutionStarted', { executionStartedEventDetails: { input: SECRET } } as DetailedEvent),
  event(2, 'TaskStateEntered', { stateEnteredEventDetails: { name: 'Reserve company' } }),
  event(3, 'TaskScheduled', { taskScheduledEventDetails: { ...task, timeoutInSeconds: 60, heartbeatInSeconds: 5 } }),
  event(4, 'TaskStarted', { taskStartedEventDetails: task }),
  event(5, 'TaskSucceeded', { taskSucceededEventDetails: { ...task, output: SECRET } }),
  event(6, 'TaskStateExited', { stateExitedEventDetails: { name: 'Reserve company' } }),
  event(7, 'TaskStateEntered', { stateEnteredEventDetails: { name: 'Assign antenna' } }),
  event(8, 'TaskScheduled', {
    taskScheduledEventDetails: { resourceType: 'states', resource: 'startExecution.sync:2' },
  }),
  event(9, 'TaskSubmitted', {
    taskSubmittedEventDetails: {
      resourceType: 'states',
      resource: 'startExecution.sync:2',
      output: JSON.stringify({ ExecutionArn: NESTED }),
    },
  }),
  event(10, 'TaskFailed', { taskFailedEventDetails: { ...task, error: 'Broken', cause: `no ${SECRET} here` } }),
  event(11, 'ExecutionFailed', { executionFailedEventDetails: { error: 'Broken', cause: 'as above' } }),
  event(12, 'ExecutionRedriven', { executionRedrivenEventDetails: { redriveCount: 1 } }),
  event(13, 'TaskScheduled', { taskScheduledEventDetails: task }),
];
const started = { workflow: 'antenna-assignment', name: 'n' } as const;
const told = tellHistory(HISTORY, (arn) => (arn === NESTED ? started : null));

describe('a history told', () => {
  it('names the state each event belongs to, after a redrive too', () => {
    expect(told.map(({ id, state }) => [id, state])).toEqual([
      [1, null],
      [2, 'Reserve company'],
      [3, 'Reserve company'],
      [4, 'Reserve company'],
      [5, 'Reserve company'],
      [6, 'Reserve company'],
      [7, 'Assign antenna'],
      [8, 'Assign antenna'],
      [9, 'Assign antenna'],
      [10, 'Assign antenna'],
      [11, null],
      [12, null],
      [13, 'Assign antenna'],
    ]);
  });

  it('keeps apart the states of branches that run beside each other', () => {
    const branches = tellHistory(
      [
        event(1, 'ParallelStateEntered', { stateEnteredEventDetails: { name: 'Both' } }),
        event(2, 'TaskStateEntered', { previousEventId: 1, stateEnteredEventDetails: { name: 'Left' } }),
        event(3, 'TaskStateEntered', { previousEventId: 1, stateEnteredEventDetails: { name: 'Right' } }),
        event(4, 'TaskScheduled', { previousEventId: 2 }),
        event(5, 'TaskScheduled', { previousEventId: 3 }),
      ],
      () => null,
    );
    expect(branches.map(({ state }) => state)).toEqual(['Both', 'Left', 'Right', 'Left', 'Right']);
  });

  it('says what is called, how long it may take, what it started and how it failed', () => {
    expect(told[2]).toMatchObject({ resource: 'lambda:invoke', timeoutSeconds: 60, heartbeatSeconds: 5 });
    expect(told[8]).toMatchObject({ resource: 'states:startExecution.sync:2', started });
    expect(told[9]).toMatchObject({ error: 'Broken', cause: 'no …@… here', started: null });
    expect(told[11]).toMatchObject({ redriveCount: 1, at: '2026-10-05T08:00:00.000Z' });
  });

  it('shows nothing of what went in and out of a state', () => {
    expect(JSON.stringify(told)).not.toContain(SECRET);
  });
});

describe('a cause', () => {
  it('is the message alone where a function threw', () => {
    const cause = JSON.stringify({
      errorType: 'Error',
      errorMessage: 'The table is away.',
      trace: ['at x (/var/task)'],
    });
    expect(plainCause(cause)).toBe('The table is away.');
  });

  it.each([
    ['The table is away.', 'The table is away.'],
    ['{"other":1}', '{"other":1}'],
    [
      `Email address is not verified in region EU-WEST-3: ${SECRET}, Ines <ines@x.org>`,
      'Email address is not verified in region EU-WEST-3: …@…, Ines <…@…>',
    ],
  ])('%s', (cause, plain) => {
    expect(plainCause(cause)).toBe(plain);
  });

  it('is cut where it is long', () => {
    expect(plainCause('x'.repeat(5000))).toHaveLength(1000);
  });
});
