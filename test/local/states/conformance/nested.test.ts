import { ListExecutionsCommand, SendTaskSuccessCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, Bench, only } from '../support.ts';

let bench: Bench;
let token = '';
beforeEach(async () => {
  bench = new Bench();
  bench.functions.ask = (event: { token: string }) => {
    token = event.token;
  };
  await bench.open();
});
afterEach(() => bench.close());

const start = (stateMachineArn: string, suffix = '', fields: object = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::states:startExecution${suffix}`,
  Arguments: { StateMachineArn: stateMachineArn, Input: '{% $states.input %}' },
  ...fields,
});

const childOf = async (stateMachineArn: string) => {
  const { executions = [] } = await bench.client.send(new ListExecutionsCommand({ stateMachineArn }));
  return executions[0]?.executionArn;
};

describe('startExecution', () => {
  it('goes on as soon as the other execution has started', async () => {
    const child = await bench.create('child', only({ Type: 'Wait', Seconds: 60 }));
    const { executionArn, status, output } = await bench.run(await bench.create('parent', only(start(child))), {
      a: 1,
    });
    expect(status).toBe('SUCCEEDED');
    const nested = await bench.describe(await childOf(child));
    expect(JSON.parse(output ?? '')).toMatchObject({ ExecutionArn: nested.executionArn });
    expect(nested).toMatchObject({ status: 'RUNNING', input: '{"a":1}' });
    expect(await bench.details(executionArn, 'TaskStarted')).toEqual([
      { resource: 'startExecution', resourceType: 'states' },
    ]);
  });

  it('fails with the name of the exception', async () => {
    const parent = await bench.create('parent', only(start('arn:aws:states:eu-west-3:123456789012:stateMachine:none')));
    expect(await bench.run(parent)).toMatchObject({
      error: 'StepFunctions.StateMachineDoesNotExistException',
      cause: expect.stringContaining('State Machine Does Not Exist:'),
    });
  });

  it('does not start a name twice, unless it runs with the same input', async () => {
    const child = await bench.create('child', only({ Type: 'Wait', Seconds: 60 }));
    const named = start(child, '', {
      Arguments: { StateMachineArn: child, Name: 'once', Input: '{% $states.input %}' },
    });
    const parent = await bench.create('parent', only(named));
    expect((await bench.run(parent, { n: 1 })).status).toBe('SUCCEEDED');
    expect((await bench.run(parent, { n: 1 })).status).toBe('SUCCEEDED');
    expect((await bench.run(parent, { n: 2 })).error).toBe('StepFunctions.ExecutionAlreadyExistsException');
    await bench.after(60);
    expect((await bench.run(parent, { n: 1 })).error).toBe('StepFunctions.ExecutionAlreadyExistsException');
  });
});

describe('startExecution.sync:2', () => {
  it('waits for the other execution, and has its output as JSON', async () => {
    const child = await bench.create('child', only({ Type: 'Wait', Seconds: 60, Output: { done: true } }));
    const { executionArn, status } = await bench.run(await bench.create('parent', only(start(child, '.sync:2'))), {
      a: 1,
    });
    expect(status).toBe('RUNNING');
    await bench.after(60);
    const { output } = await bench.describe(executionArn);
    const nested = await bench.describe(await childOf(child));
    expect(JSON.parse(output ?? '')).toEqual({
      ExecutionArn: nested.executionArn,
      Input: { a: 1 },
      InputDetails: { Included: true },
      Name: nested.name,
      Output: { done: true },
      OutputDetails: { Included: true },
      StartDate: Number(nested.startDate),
      StateMachineArn: child,
      Status: 'SUCCEEDED',
      StopDate: Number(nested.stopDate),
    });
    expect((await bench.trace(executionArn)).slice(2)).toEqual([
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskSubmitted',
      '6<5 TaskSucceeded',
      '7<6 TaskStateExited',
      '8<7 ExecutionSucceeded',
    ]);
  });

  it('fails with States.TaskFailed and the description of the other', async () => {
    const child = await bench.create('child', {
      StartAt: 'No',
      States: { No: { Type: 'Fail', Error: 'E', Cause: 'C' } },
    });
    const { error, cause } = await bench.run(await bench.create('parent', only(start(child, '.sync:2'))));
    expect(error).toBe('States.TaskFailed');
    expect(JSON.parse(cause ?? '')).toMatchObject({ Status: 'FAILED', Error: 'E', Cause: 'C' });
  });

  it('starts another execution when it tries again', async () => {
    const child = await bench.create('child', { StartAt: 'No', States: { No: { Type: 'Fail', Error: 'E' } } });
    const Retry = [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 }];
    const parent = await bench.create('parent', only(start(child, '.sync:2', { Retry })));
    expect((await bench.run(parent)).status).toBe('FAILED');
    const { executions } = await bench.client.send(new ListExecutionsCommand({ stateMachineArn: child }));
    expect(executions?.map(({ status, redriveCount }) => [status, redriveCount])).toEqual(Array(3).fill(['FAILED', 0]));
  });

  it('stops the other execution when it is stopped, or times out', async () => {
    const child = await bench.create('child', only({ Type: 'Wait', Seconds: 600 }));
    const parent = await bench.create('parent', only(start(child, '.sync:2', { TimeoutSeconds: 30 })));
    const stopped = await bench.run(parent);
    const first = await childOf(child);
    await bench.client.send(new StopExecutionCommand({ executionArn: stopped.executionArn }));
    await bench.after(0);
    expect((await bench.describe(first)).status).toBe('ABORTED');

    await bench.after(1);
    await bench.run(parent);
    const second = await childOf(child);
    expect(second).not.toBe(first);
    await bench.after(30);
    expect((await bench.describe(second)).status).toBe('ABORTED');
  });
});

describe('startExecution.waitForTaskToken', () => {
  it('waits for the token it has passed on', async () => {
    const child = await bench.create('child', only(ask('ask')));
    const task = start(child, '.waitForTaskToken', {
      Arguments: { StateMachineArn: child, Input: { token: '{% $states.context.Task.Token %}' } },
    });
    const { executionArn } = await bench.run(await bench.create('parent', only(task)));
    const nested = await bench.describe(await childOf(child));
    const passed = JSON.parse(nested.input ?? '').token;
    expect(passed).not.toBe(token);
    await bench.client.send(new SendTaskSuccessCommand({ taskToken: passed, output: '"by another"' }));
    await bench.after(0);
    expect((await bench.describe(executionArn)).output).toBe('"by another"');
  });
});
