import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, Bench, FunctionError, invoke, only } from '../support.ts';

let bench: Bench;
let token = '';
beforeEach(async () => {
  bench = new Bench();
  bench.functions.ask = (event: { token: string }) => {
    token = event.token;
    return 'asked';
  };
  await bench.open();
});
afterEach(() => bench.close());

const run = async (definition: object, input: unknown = {}) =>
  bench.run(await bench.create('machine', definition), input);
const succeed = (output: unknown, taskToken = token) =>
  bench.client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));

describe('lambda:invoke', () => {
  it('sends the payload, and has the answer with its metadata for result', async () => {
    bench.functions.f = (event: { a: number }) => ({ b: event.a + 1 });
    const { executionArn, output } = await run(only(invoke('f', { a: '{% $states.input.a %}' })), { a: 1 });
    expect(JSON.parse(output ?? '')).toMatchObject({
      ExecutedVersion: '$LATEST',
      Payload: { b: 2 },
      SdkHttpMetadata: { HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: expect.any(String) },
      StatusCode: 200,
    });
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 TaskStateEntered',
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskSucceeded',
      '6<5 TaskStateExited',
      '7<6 ExecutionSucceeded',
    ]);
    expect(await bench.details(executionArn, 'TaskScheduled')).toEqual([
      {
        resource: 'invoke',
        resourceType: 'lambda',
        region: 'eu-west-3',
        parameters: '{"FunctionName":"f","Payload":{"a":1}}',
      },
    ]);
    expect(await bench.details(executionArn, 'TaskStarted')).toEqual([{ resource: 'invoke', resourceType: 'lambda' }]);
    expect(await bench.details(executionArn, 'TaskSucceeded')).toEqual([
      { resource: 'invoke', resourceType: 'lambda', output },
    ]);
  });

  it('goes by the full ARN, a qualifier and an invocation type too', async () => {
    bench.functions.live = () => null;
    const task = invoke('arn:aws:lambda:eu-west-3:123456789012:function:f');
    await run(only({ ...task, Arguments: { ...task.Arguments, Qualifier: 'live', InvocationType: 'Event' } }));
    expect(bench.calls).toEqual([
      {
        functionArn: 'arn:aws:lambda:eu-west-3:123456789012:function:f:live',
        payload: '{}',
        invocationType: 'Event',
      },
    ]);
  });

  it('refuses an answer of more than 256 KiB', async () => {
    bench.functions.f = () => 'é'.repeat(131_072);
    const { error, cause } = await run(only(invoke('f')));
    expect({ error, cause }).toEqual({
      error: 'States.DataLimitExceeded',
      cause:
        "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });

  it('fails when the arguments do not name a function', async () => {
    expect((await run(only(invoke('{% 1 %}')))).error).toBe('States.Runtime');
  });
});

describe('.waitForTaskToken', () => {
  it('waits for the answer, which is the result', async () => {
    const { executionArn, status } = await run(only(ask('ask', { Output: { answer: '{% $states.result %}' } })));
    expect(status).toBe('RUNNING');
    await succeed({ yes: true });
    await bench.after(0);
    expect((await bench.describe(executionArn)).output).toBe('{"answer":{"yes":true}}');
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 TaskStateEntered',
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskSubmitted',
      '6<5 TaskSucceeded',
      '7<6 TaskStateExited',
      '8<7 ExecutionSucceeded',
    ]);
    expect(await bench.details(executionArn, 'TaskSubmitted')).toEqual([
      {
        resource: 'invoke.waitForTaskToken',
        resourceType: 'lambda',
        output: expect.stringContaining('"Payload":"asked"'),
      },
    ]);
  });

  it('takes an answer that comes before the function returns', async () => {
    bench.functions.ask = (event: { token: string }) => succeed('early', event.token).then(() => 'late');
    const { executionArn, output } = await run(only(ask('ask')));
    expect(output).toBe('"early"');
    expect((await bench.trace(executionArn)).slice(2)).toEqual([
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskSucceeded',
      '6<5 TaskStateExited',
      '7<6 ExecutionSucceeded',
    ]);
  });

  it('fails with the error and cause it is sent, or with none', async () => {
    const { executionArn } = await run(only(ask('ask')));
    await bench.client.send(new SendTaskFailureCommand({ taskToken: token, error: 'No', cause: 'Because' }));
    expect(await bench.describe(executionArn)).toMatchObject({ status: 'FAILED', error: 'No', cause: 'Because' });

    const caught = {
      StartAt: 'Ask',
      States: {
        Ask: ask('ask', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], End: true }),
        Caught: { Type: 'Succeed' },
      },
    };
    const { executionArn: other } = await bench.run(await bench.create('caught', caught));
    await bench.client.send(new SendTaskFailureCommand({ taskToken: token }));
    await bench.after(0);
    expect((await bench.describe(other)).output).toBe('{"Error":null,"Cause":null}');
  });

  it('fails when its function does', async () => {
    bench.functions.ask = () => {
      throw new FunctionError('Broken', '');
    };
    expect(await run(only(ask('ask')))).toMatchObject({ status: 'FAILED', error: 'Broken' });
  });

  it('refuses a second answer, one too late, and one of no task', async () => {
    await run(only(ask('ask')));
    await succeed(1);
    await expect(succeed(2)).rejects.toMatchObject({
      name: 'TaskTimedOut',
      message: "Task Timed Out: 'Provided task does not exist anymore'",
    });
    const { executionArn } = await bench.run(await bench.create('stopped', only(ask('ask'))));
    await bench.client.send(new StopExecutionCommand({ executionArn }));
    await expect(succeed(1)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await expect(succeed(1, 'nonsense')).rejects.toMatchObject({ name: 'InvalidToken' });
    await bench.run(await bench.create('guessed', only(ask('ask'))));
    const guess = Buffer.from(token, 'base64url').toString().replace(/.$/, '#');
    await expect(succeed(1, Buffer.from(guess).toString('base64url'))).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  it('refuses an answer that is not JSON', async () => {
    await run(only(ask('ask')));
    const answer = bench.client.send(new SendTaskSuccessCommand({ taskToken: token, output: 'not json' }));
    await expect(answer).rejects.toMatchObject({ name: 'InvalidOutput' });
  });
});

describe('TimeoutSeconds and HeartbeatSeconds', () => {
  it('times a task out', async () => {
    const { executionArn } = await run(only(ask('ask', { TimeoutSeconds: '{% $states.input.limit %}' })), {
      limit: 30,
    });
    await bench.after(29);
    expect((await bench.describe(executionArn)).status).toBe('RUNNING');
    await bench.after(1);
    expect(await bench.describe(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect((await bench.trace(executionArn)).slice(5)).toEqual(['6<5 TaskTimedOut', '7<6 ExecutionFailed']);
    expect(await bench.details(executionArn, 'TaskTimedOut')).toEqual([
      { error: 'States.Timeout', resource: 'invoke.waitForTaskToken', resourceType: 'lambda' },
    ]);
    expect(await bench.details(executionArn, 'TaskScheduled')).toMatchObject([{ timeoutInSeconds: 30 }]);
    await expect(succeed(1)).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('times a task out that gives no sign of life for too long', async () => {
    const { executionArn } = await run(only(ask('ask', { TimeoutSeconds: 600, HeartbeatSeconds: 10 })));
    for (let beat = 0; beat < 3; beat += 1) {
      await bench.after(9);
      await bench.client.send(new SendTaskHeartbeatCommand({ taskToken: token }));
    }
    await bench.after(9);
    expect((await bench.describe(executionArn)).status).toBe('RUNNING');
    await bench.after(1);
    expect(await bench.describe(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(await bench.details(executionArn, 'TaskScheduled')).toMatchObject([
      { timeoutInSeconds: 600, heartbeatInSeconds: 10 },
    ]);
  });

  it('takes the time between heartbeats from an expression, and refuses what is no time', async () => {
    const limits = (HeartbeatSeconds: string) => only(ask('ask', { TimeoutSeconds: 600, HeartbeatSeconds }));
    const { executionArn } = await run(limits('{% $states.input.beat * 2 %}'), { beat: 5 });
    expect(await bench.details(executionArn, 'TaskScheduled')).toMatchObject([{ heartbeatInSeconds: 10 }]);
    await bench.after(10);
    expect((await bench.describe(executionArn)).error).toBe('States.Timeout');
    const refused = await bench.run(await bench.create('refused', limits('{% 0 %}')));
    expect([refused.error, refused.cause]).toEqual([
      'States.QueryEvaluationError',
      expect.stringContaining("the field 'HeartbeatSeconds'"),
    ]);
  });

  it.each([['States.Timeout'], ['States.HeartbeatTimeout'], ['States.ALL']])('is caught as %s', async (name) => {
    const { executionArn } = await run({
      StartAt: 'Ask',
      States: {
        Ask: ask('ask', { HeartbeatSeconds: 10, Catch: [{ ErrorEquals: [name], Next: 'Late' }], End: true }),
        Late: { Type: 'Pass', Output: 'late', End: true },
      },
    });
    await bench.after(10);
    expect((await bench.describe(executionArn)).output).toBe('"late"');
  });

  it('is not caught as States.TaskFailed', async () => {
    const Catch = [{ ErrorEquals: ['States.TaskFailed'], Next: 'Late' }];
    const { executionArn } = await run({
      StartAt: 'Ask',
      States: { Ask: ask('ask', { TimeoutSeconds: 10, Catch, End: true }), Late: { Type: 'Succeed' } },
    });
    await bench.after(10);
    expect((await bench.describe(executionArn)).status).toBe('FAILED');
  });

  it('gives each attempt the whole time', async () => {
    const { executionArn } = await run(
      only(ask('ask', { TimeoutSeconds: 10, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] })),
    );
    await bench.after(20);
    expect((await bench.describe(executionArn)).status).toBe('RUNNING');
    await bench.after(1);
    expect((await bench.describe(executionArn)).status).toBe('FAILED');
  });

  it('ends a machine that lasts too long as TIMED_OUT', async () => {
    const { executionArn } = await run({ ...only({ Type: 'Wait', Seconds: 60 }), TimeoutSeconds: 3 });
    await bench.after(3);
    const description = await bench.describe(executionArn);
    expect(description).toMatchObject({ status: 'TIMED_OUT', redriveStatus: 'REDRIVABLE' });
    expect(description.error).toBeUndefined();
    expect(Number(description.stopDate) - Number(description.startDate)).toBe(3_000);
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 WaitStateEntered',
      '3<0 ExecutionTimedOut',
    ]);
    expect(await bench.details(executionArn, 'ExecutionTimedOut')).toEqual([{ error: 'States.Timeout' }]);
  });
});
