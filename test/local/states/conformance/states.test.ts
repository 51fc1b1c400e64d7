import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench, invoke, only } from '../support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.open();
});
afterEach(() => bench.close());

const run = async (definition: object, input: unknown = {}) =>
  bench.run(await bench.create('machine', definition), input);

describe('Pass and Succeed', () => {
  it('hand on their input, or what Output makes of it', async () => {
    const { executionArn, output, status } = await run(
      {
        StartAt: 'Pass',
        States: {
          Pass: { Type: 'Pass', Output: { total: '{% $states.input.a + 1 %}', plain: 'text' }, Next: 'Done' },
          Done: { Type: 'Succeed', Output: '{% $states.input.total %}' },
        },
      },
      { a: 1 },
    );
    expect({ status, output }).toEqual({ status: 'SUCCEEDED', output: '2' });
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 PassStateEntered',
      '3<2 PassStateExited',
      '4<3 SucceedStateEntered',
      '5<4 SucceedStateExited',
      '6<5 ExecutionSucceeded',
    ]);
    expect(await bench.details(executionArn, 'PassStateExited')).toEqual([
      { name: 'Pass', output: '{"total":2,"plain":"text"}' },
    ]);
    expect(await bench.details(executionArn, 'ExecutionStarted')).toEqual([
      { input: '{"a":1}', roleArn: 'arn:aws:iam::123456789012:role/workflows' },
    ]);
  });
});

describe('Assign', () => {
  it('sets variables for the states after, evaluated with those before', async () => {
    const { executionArn, output } = await run({
      StartAt: 'One',
      States: {
        One: { Type: 'Pass', Assign: { x: 1, y: { z: [2] } }, Next: 'Two' },
        Two: { Type: 'Pass', Assign: { x: '{% $x + 1 %}', old: '{% $x %}' }, Output: '{% $x %}', Next: 'Three' },
        Three: { Type: 'Pass', Output: '{% [$states.input, $x, $old, $y.z[0]] %}', End: true },
      },
    });
    expect(output).toBe('[1,2,1,2]');
    expect(await bench.details(executionArn, 'PassStateExited')).toMatchObject([
      { name: 'One', assignedVariables: { x: '1', y: '{"z":[2]}' } },
      { name: 'Two', assignedVariables: { x: '2', old: '1' } },
      { name: 'Three' },
    ]);
  });

  it('keeps the variables of a branch or iteration to it, and shows it those around', async () => {
    const { output } = await run({
      StartAt: 'Outer',
      States: {
        Outer: { Type: 'Pass', Assign: { outer: 10 }, Next: 'Fork' },
        Fork: {
          Type: 'Parallel',
          Branches: [1, 2].map((n) => ({
            StartAt: `Set${n}`,
            States: {
              [`Set${n}`]: { Type: 'Pass', Assign: { [`own${n}`]: '{% $outer + 1 %}' }, Next: `Show${n}` },
              [`Show${n}`]: { Type: 'Pass', Output: `{% $own${n} %}`, End: true },
            },
          })),
          Next: 'After',
        },
        After: { Type: 'Pass', Output: '{% [$states.input, $exists($own1)] %}', End: true },
      },
    });
    expect(output).toBe('[11,11,false]');
  });
});

describe('Choice', () => {
  const machine = {
    StartAt: 'Which?',
    States: {
      'Which?': {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.n > 10 %}', Next: 'Big', Assign: { size: 'big' }, Output: { is: 'big' } },
          { Condition: '{% $states.input.n > 5 %}', Next: 'Middle' },
          { Condition: '{% $states.input.n = 3 %}', Next: 'Small' },
        ],
        Default: 'Other',
        Output: { is: 'other' },
        Assign: { size: 'other' },
      },
      Big: { Type: 'Pass', Output: '{% [$states.input.is, $size] %}', End: true },
      Middle: { Type: 'Pass', End: true },
      Small: { Type: 'Pass', End: true },
      Other: { Type: 'Pass', Output: '{% [$states.input.is, $size] %}', End: true },
    },
  };

  it('takes the first rule that holds, with its own Assign and Output', async () => {
    const { executionArn, output } = await run(machine, { n: 11 });
    expect(output).toBe('["big","big"]');
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 ChoiceStateEntered',
      '3<2 ChoiceStateExited',
      '4<3 PassStateEntered',
      '5<4 PassStateExited',
      '6<5 ExecutionSucceeded',
    ]);
  });

  it('hands on the input of a rule without Output', async () => {
    expect((await run(machine, { n: 6 })).output).toBe('{"n":6}');
  });

  it('takes the default with the Assign and Output of the state', async () => {
    expect((await run(machine, { n: 1 })).output).toBe('["other","other"]');
  });

  it('fails with States.NoChoiceMatched where there is no default', async () => {
    const choice = { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Never' }] };
    const { error, cause } = await run({ StartAt: 'Which?', States: { 'Which?': choice, Never: { Type: 'Succeed' } } });
    expect(error).toBe('States.NoChoiceMatched');
    expect(cause).toContain("An error occurred while executing the state 'Which?' (entered at the event id #2).");
  });

  it('fails when a condition is not a boolean', async () => {
    const choice = { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'Never' }], Default: 'Never' };
    const { error, cause } = await run({ StartAt: 'Which?', States: { 'Which?': choice, Never: { Type: 'Succeed' } } });
    expect(error).toBe('States.QueryEvaluationError');
    expect(cause).toContain("Expected 'boolean', but was 'number' for value: 1");
  });
});

describe('Wait', () => {
  it('waits for seconds', async () => {
    const { executionArn } = await run(only({ Type: 'Wait', Seconds: 10 }), { kept: true });
    await bench.after(9.999);
    expect((await bench.describe(executionArn)).status).toBe('RUNNING');
    await bench.after(0.001);
    const { status, output, startDate, stopDate } = await bench.describe(executionArn);
    expect({ status, output }).toEqual({ status: 'SUCCEEDED', output: '{"kept":true}' });
    expect(Number(stopDate) - Number(startDate)).toBe(10_000);
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 WaitStateEntered',
      '3<2 WaitStateExited',
      '4<3 ExecutionSucceeded',
    ]);
  });

  it('waits for seconds that an expression gives', async () => {
    const { executionArn } = await run(only({ Type: 'Wait', Seconds: '{% $states.input.s %}' }), { s: 5 });
    await bench.after(5);
    expect((await bench.describe(executionArn)).status).toBe('SUCCEEDED');
  });

  it('waits until a timestamp, years away', async () => {
    const { executionArn } = await run(only({ Type: 'Wait', Timestamp: '{% $states.input.at %}' }), {
      at: '2031-03-29T02:00:00+01:00',
    });
    await bench.clock.next();
    const { stopDate } = await bench.describe(executionArn);
    expect(stopDate?.toISOString()).toBe('2031-03-29T01:00:00.000Z');
  });

  it('does not wait for a timestamp in the past', async () => {
    expect((await run(only({ Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z' }))).status).toBe('SUCCEEDED');
  });

  it.each(['2016-12-05 21:29:29Z', '2016-12-05T21:29:29', '2016-13-05T21:29:29Z', 'soon'])(
    'refuses the timestamp %s',
    async (at) => {
      const { executionArn } = await run(only({ Type: 'Wait', Timestamp: '{% $states.input %}' }), at);
      expect(await bench.trace(executionArn)).toEqual([
        '1<0 ExecutionStarted',
        '2<0 WaitStateEntered',
        '3<2 EvaluationFailed',
        '4<3 ExecutionFailed',
      ]);
      expect(await bench.details(executionArn, 'EvaluationFailed')).toEqual([
        {
          error: 'States.QueryEvaluationError',
          cause:
            "An error occurred while executing the state 'Only' (entered at the event id #2). " +
            `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${at}`,
          location: 'Timestamp',
          state: 'Only',
        },
      ]);
    },
  );
});

describe('Fail', () => {
  it('ends the execution with its error and cause', async () => {
    const { executionArn, status, error, cause } = await run(
      { StartAt: 'Stop', States: { Stop: { Type: 'Fail', Error: 'Refused', Cause: '{% $states.input.why %}' } } },
      { why: 'No seat left' },
    );
    expect({ status, error, cause }).toEqual({ status: 'FAILED', error: 'Refused', cause: 'No seat left' });
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 FailStateEntered',
      '3<2 ExecutionFailed',
    ]);
  });

  it('needs neither', async () => {
    const { executionArn, error, cause } = await run({ StartAt: 'Stop', States: { Stop: { Type: 'Fail' } } });
    expect({ error, cause }).toEqual({ error: undefined, cause: undefined });
    expect(await bench.details(executionArn, 'ExecutionFailed')).toEqual([{}]);
  });
});

describe('the context object', () => {
  it('tells of the execution, the machine and the state', async () => {
    bench.functions.look = (event) => event;
    const { executionArn, output } = await run(
      only(invoke('look', '{% $states.context %}', { Output: '{% $states.result.Payload %}' })),
      { a: 1 },
    );
    expect(JSON.parse(output ?? '')).toEqual({
      Execution: {
        Id: executionArn,
        Input: { a: 1 },
        Name: executionArn?.split(':').at(-1),
        RoleArn: 'arn:aws:iam::123456789012:role/workflows',
        StartTime: '2026-01-05T08:00:00.000Z',
        RedriveCount: 0,
      },
      State: { Name: 'Only', EnteredTime: '2026-01-05T08:00:00.000Z', RetryCount: 0 },
      StateMachine: { Id: 'arn:aws:states:eu-west-3:123456789012:stateMachine:machine', Name: 'machine' },
    });
  });

  it('gives the time a state was entered', async () => {
    const { executionArn } = await run({
      StartAt: 'Rest',
      States: {
        Rest: { Type: 'Wait', Seconds: 60, Next: 'When' },
        When: { Type: 'Pass', Output: '{% $states.context.State.EnteredTime %}', End: true },
      },
    });
    await bench.after(60);
    expect((await bench.describe(executionArn)).output).toBe('"2026-01-05T08:01:00.000Z"');
  });
});
