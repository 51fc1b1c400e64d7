import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench, FunctionError, invoke, only } from '../support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.open();
});
afterEach(() => bench.close());

const run = async (definition: object, input: unknown = {}) =>
  bench.run(await bench.create('machine', definition), input);

/** A function that fails so many times, then succeeds. */
function failing(times: number, errorType = 'Flaky') {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls <= times) throw new FunctionError(errorType, `call ${calls}`);
    return { calls };
  };
}

describe('a function that fails', () => {
  it('fails its task and the execution, with its type and its whole answer', async () => {
    bench.functions.f = failing(9);
    const { executionArn, status, error, cause } = await run(only(invoke('f')));
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'Flaky' });
    expect(JSON.parse(cause ?? '')).toEqual({ errorType: 'Flaky', errorMessage: 'call 1' });
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 TaskStateEntered',
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskFailed',
      '6<5 ExecutionFailed',
    ]);
    expect(await bench.details(executionArn, 'TaskFailed')).toEqual([
      { error: 'Flaky', cause, resource: 'invoke', resourceType: 'lambda' },
    ]);
  });

  it('that Lambda refuses gives the name of its exception', async () => {
    const { error } = await run(only(invoke('unknown')));
    expect(error).toBe('Lambda.ResourceNotFoundException');
  });

  it('is Lambda.Unknown where the answer says nothing', async () => {
    bench.functions.f = () => {
      throw new FunctionError(undefined, 'x');
    };
    const { error } = await run(only(invoke('f')));
    expect(error).toBe('Lambda.Unknown');
  });
});

describe('Retry', () => {
  it('schedules the task again, after the interval, with its backoff', async () => {
    bench.functions.f = failing(3);
    const retry = { ErrorEquals: ['Flaky'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 3 };
    const { executionArn, status } = await run(only(invoke('f', {}, { Retry: [retry] })));
    expect(status).toBe('SUCCEEDED');
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 TaskStateEntered',
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskFailed',
      '6<5 TaskScheduled',
      '7<6 TaskStarted',
      '8<7 TaskFailed',
      '9<8 TaskScheduled',
      '10<9 TaskStarted',
      '11<10 TaskFailed',
      '12<11 TaskScheduled',
      '13<12 TaskStarted',
      '14<13 TaskSucceeded',
      '15<14 TaskStateExited',
      '16<15 ExecutionSucceeded',
    ]);
    const scheduled = (await bench.history(executionArn)).filter(({ type }) => type === 'TaskScheduled');
    expect(scheduled.map(({ timestamp }) => (Number(timestamp) - Date.parse('2026-01-05T08:00:00Z')) / 1000)).toEqual([
      0, 2, 8, 26,
    ]);
  });

  it('tries three times a second apart by default, doubling', async () => {
    bench.functions.f = failing(9);
    const { executionArn, status } = await run(only(invoke('f', {}, { Retry: [{ ErrorEquals: ['States.ALL'] }] })));
    expect(status).toBe('FAILED');
    const scheduled = (await bench.history(executionArn)).filter(({ type }) => type === 'TaskScheduled');
    expect(scheduled.map(({ timestamp }) => (Number(timestamp) - Date.parse('2026-01-05T08:00:00Z')) / 1000)).toEqual([
      0, 1, 3, 7,
    ]);
  });

  it('waits no longer than MaxDelaySeconds, and anything up to the delay with full jitter', async () => {
    bench.functions.f = failing(9);
    const retry = { ErrorEquals: ['Flaky'], IntervalSeconds: 40, BackoffRate: 2, MaxDelaySeconds: 50, MaxAttempts: 2 };
    const capped = await run(only(invoke('f', {}, { Retry: [retry] })));
    expect(Number(capped.stopDate) - Number(capped.startDate)).toBe(90_000);
    const jitter = { ...only(invoke('f', {}, { Retry: [{ ...retry, JitterStrategy: 'FULL' }] })) };
    const jittered = await bench.run(await bench.create('jitter', jitter));
    expect(Number(jittered.stopDate) - Number(jittered.startDate)).toBeLessThan(90_000);
  });

  it('counts the attempts of each retrier for itself, and shows the number of retries', async () => {
    let calls = 0;
    bench.functions.f = (retries) => {
      calls += 1;
      if (calls < 4) throw new FunctionError(calls % 2 ? 'Red' : 'Blue', '');
      return retries;
    };
    const Retry = ['Red', 'Blue'].map((name) => ({ ErrorEquals: [name], MaxAttempts: 2 }));
    const task = invoke('f', '{% $states.context.State.RetryCount %}', {
      Retry,
      Output: '{% $states.result.Payload %}',
    });
    expect(await run(only(task))).toMatchObject({ status: 'SUCCEEDED', output: '3' });
  });

  it('runs all branches of a Parallel again', async () => {
    bench.functions.f = failing(1);
    const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: { ...state, End: true } } });
    const { executionArn, status } = await run(
      only({
        Type: 'Parallel',
        Branches: [branch('A', invoke('f', {}, { Output: 'a' })), branch('B', { Type: 'Pass', Output: 'b' })],
        Retry: [{ ErrorEquals: ['Flaky'] }],
      }),
    );
    expect(status).toBe('SUCCEEDED');
    const trace = await bench.trace(executionArn);
    expect(trace.filter((line) => line.includes('ParallelStateStarted'))).toHaveLength(2);
    expect(trace.filter((line) => line.includes('ParallelStateFailed'))).toHaveLength(0);
  });
});

describe('Catch', () => {
  it('goes on elsewhere, with the error as output', async () => {
    bench.functions.f = failing(9);
    const { executionArn, output } = await run({
      StartAt: 'Try',
      States: {
        Try: invoke('f', {}, { Catch: [{ ErrorEquals: ['Flaky'], Next: 'Caught' }], End: true }),
        Caught: { Type: 'Pass', End: true },
      },
    });
    expect(JSON.parse(output ?? '')).toEqual({ Error: 'Flaky', Cause: expect.stringContaining('call 1') });
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 TaskStateEntered',
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskFailed',
      '6<5 TaskStateExited',
      '7<6 PassStateEntered',
      '8<7 PassStateExited',
      '9<8 ExecutionSucceeded',
    ]);
  });

  it('has an Assign and an Output of its own', async () => {
    bench.functions.f = failing(9);
    const { output } = await run({
      StartAt: 'Try',
      States: {
        Try: invoke(
          'f',
          {},
          {
            Catch: [
              { ErrorEquals: ['Other'], Next: 'Caught', Output: 'wrong' },
              {
                ErrorEquals: ['States.ALL'],
                Next: 'Caught',
                Assign: { why: '{% $states.errorOutput.Error %}' },
                Output: { input: '{% $states.input %}' },
              },
            ],
            End: true,
          },
        ),
        Caught: { Type: 'Pass', Output: '{% [$why, $states.input.input] %}', End: true },
      },
    });
    expect(JSON.parse(output ?? '')).toEqual(['Flaky', {}]);
  });

  it('comes after the retries', async () => {
    bench.functions.f = failing(9);
    const Catch = [{ ErrorEquals: ['States.TaskFailed'], Next: 'Caught' }];
    const { executionArn } = await run({
      StartAt: 'Try',
      States: {
        Try: invoke('f', {}, { Retry: [{ ErrorEquals: ['Flaky'], MaxAttempts: 1 }], Catch, End: true }),
        Caught: { Type: 'Succeed' },
      },
    });
    expect((await bench.trace(executionArn)).filter((line) => line.includes('TaskFailed'))).toHaveLength(2);
  });
});

describe('expressions that fail', () => {
  const failure = async (state: object, input: unknown = {}) => {
    const { executionArn } = await run(only(state), input);
    return { trace: await bench.trace(executionArn), details: await bench.details(executionArn, 'EvaluationFailed') };
  };

  it('are recorded as if the state had not been entered, with field and expression', async () => {
    expect(await failure({ Type: 'Pass', Output: { a: { b: ['{% $nothing %}'] } } })).toEqual({
      trace: ['1<0 ExecutionStarted', '2<0 PassStateEntered', '3<0 EvaluationFailed', '4<3 ExecutionFailed'],
      details: [
        {
          error: 'States.QueryEvaluationError',
          cause:
            "An error occurred while executing the state 'Only' (entered at the event id #2). The JSONata expression " +
            "'$nothing' specified for the field 'Output/a/b[0]' returned nothing (undefined).",
          location: 'Output/a/b[0]',
          state: 'Only',
        },
      ],
    });
  });

  it('give the code of JSONata where there is one', async () => {
    const { details } = await failure({ Type: 'Pass', Output: '{% $eval("1") %}' });
    expect(details).toMatchObject([
      { cause: expect.stringContaining('threw an error during evaluation. T1006: Attempted to invoke a non-function') },
    ]);
  });

  it('may not give a function', async () => {
    const { details } = await failure({ Type: 'Pass', Output: '{% function($x) { $x } %}' });
    expect(details).toMatchObject([{ cause: expect.stringContaining('returned an unsupported result type.') }]);
  });

  it('can be caught', async () => {
    bench.functions.f = () => 1;
    const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }];
    const { output } = await run({
      StartAt: 'Try',
      States: {
        Try: invoke('f', {}, { Output: '{% $nothing %}', Catch, End: true }),
        Caught: { Type: 'Pass', Output: 'caught', End: true },
      },
    });
    expect(output).toBe('"caught"');
  });
});
