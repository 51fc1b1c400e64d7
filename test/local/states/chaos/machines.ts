const invoke = (FunctionName: string, Payload: object, token = false) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::lambda:invoke${token ? '.waitForTaskToken' : ''}`,
  Arguments: { FunctionName, Payload },
});

const TRANSIENT = [{ ErrorEquals: ['TransientError'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 1 }];

/** Names one invocation, whichever life of the process makes it. */
const key = (state: string, item = "''") =>
  `{% $states.context.Execution.Name & '/${state}/' & ${item} & '/' & $states.context.State.RetryCount %}`;

/** A child workflow that waits and works. */
export const CHILD = {
  QueryLanguage: 'JSONata',
  StartAt: 'Pause',
  States: {
    Pause: { Type: 'Wait', Seconds: 1, Next: 'Count' },
    Count: {
      ...invoke('count', { key: key('Count'), n: '{% $states.input.n %}' }),
      Output: '{% $states.result.Payload.n %}',
      End: true,
    },
  },
};

/** Waits, tokens, retries, a Map, a Parallel and a nested machine in one workflow. */
export const parentOf = (childArn: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'First',
  States: {
    First: {
      ...invoke('count', { key: key('First'), n: '{% $states.input.n %}' }),
      Assign: { first: '{% $states.result.Payload.n %}' },
      Next: 'Flaky',
    },
    Flaky: {
      ...invoke('flaky', { key: key('Flaky'), retries: '{% $states.context.State.RetryCount %}' }),
      Retry: TRANSIENT,
      Assign: { retries: '{% $states.result.Payload.retries %}' },
      Next: 'Ask',
    },
    Ask: {
      ...invoke('ask', { key: key('Ask'), token: '{% $states.context.Task.Token %}', n: '{% $first %}' }, true),
      Assign: { answer: '{% $states.result.answer %}' },
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      Items: '{% [1..3] %}',
      MaxConcurrency: 2,
      ItemProcessor: {
        StartAt: 'Item',
        States: {
          Item: {
            ...invoke('count', { key: key('Item', '$states.input'), n: '{% $states.input + $first %}' }),
            Output: '{% $states.result.Payload.n %}',
            End: true,
          },
        },
      },
      Assign: { items: '{% $states.result %}' },
      Next: 'Both',
    },
    Both: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Nest',
          States: {
            Nest: {
              Type: 'Task',
              Resource: 'arn:aws:states:::states:startExecution.sync:2',
              Arguments: { StateMachineArn: childArn, Input: { n: '{% $first %}' } },
              Output: '{% $states.result.Output %}',
              End: true,
            },
          },
        },
        {
          StartAt: 'Rest',
          States: { Rest: { Type: 'Wait', Seconds: 2, Output: 'rested', End: true } },
        },
      ],
      Output: {
        both: '{% $states.result %}',
        items: '{% $items %}',
        retries: '{% $retries %}',
        answer: '{% $answer %}',
      },
      End: true,
    },
  },
});

/** The output of an undisturbed execution. */
export function expectedOutput(n: number): object {
  const first = n + 1;
  return {
    both: [first + 1, 'rested'],
    items: [1, 2, 3].map((item) => item + first + 1),
    retries: 1,
    answer: first * 10,
  };
}
