import { ListExecutionsCommand, RedriveExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench, FunctionError, invoke, only } from '../support.ts';

let bench: Bench;
let broken = true;
beforeEach(async () => {
  bench = new Bench();
  broken = true;
  bench.functions.f = (event: unknown) => {
    if (broken) throw new FunctionError('Broken', '');
    return event;
  };
  bench.functions.g = (event: unknown) => event;
  await bench.open();
});
afterEach(() => bench.close());

const redrive = async (executionArn: string | undefined) => {
  await bench.client.send(new RedriveExecutionCommand({ executionArn }));
  await bench.after(0);
  return bench.describe(executionArn);
};

describe('RedriveExecution', () => {
  it('goes on from the state that failed, with what was before it', async () => {
    const { executionArn, redriveStatus } = await bench.run(
      await bench.create('machine', {
        StartAt: 'Before',
        States: {
          Before: invoke('g', { n: 1 }, { Assign: { kept: '{% $states.result.Payload.n %}' }, Next: 'Work' }),
          Work: invoke(
            'f',
            {},
            { Retry: [{ ErrorEquals: ['Broken'], MaxAttempts: 1 }], Output: '{% $kept %}', End: true },
          ),
        },
      }),
    );
    expect(redriveStatus).toBe('REDRIVABLE');
    await bench.after(60);
    broken = false;
    const redriven = await redrive(executionArn);
    expect(redriven).toMatchObject({ status: 'SUCCEEDED', output: '1', redriveCount: 1 });
    expect(Number(redriven.redriveDate) - Number(redriven.startDate)).toBe(61_000);
    expect(bench.calls.filter(({ functionArn }) => functionArn === 'g')).toHaveLength(1);
    expect((await bench.trace(executionArn)).slice(6)).toEqual([
      '7<6 TaskStateEntered',
      '8<7 TaskScheduled',
      '9<8 TaskStarted',
      '10<9 TaskFailed',
      '11<10 TaskScheduled',
      '12<11 TaskStarted',
      '13<12 TaskFailed',
      '14<13 ExecutionFailed',
      '15<14 ExecutionRedriven',
      '16<7 TaskScheduled',
      '17<16 TaskStarted',
      '18<17 TaskSucceeded',
      '19<18 TaskStateExited',
      '20<19 ExecutionSucceeded',
    ]);
    expect(await bench.details(executionArn, 'ExecutionRedriven')).toEqual([{ redriveCount: 1 }]);
  });

  it('has all its retries again, and can be redriven again', async () => {
    const machine = only(invoke('f', {}, { Retry: [{ ErrorEquals: ['Broken'], MaxAttempts: 2 }] }));
    const { executionArn } = await bench.run(await bench.create('machine', machine));
    expect(bench.calls).toHaveLength(3);
    await redrive(executionArn);
    expect(bench.calls).toHaveLength(6);
    broken = false;
    expect(await redrive(executionArn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 2 });
  });

  it('is one redrive, however often it is asked for with the same token', async () => {
    const { executionArn } = await bench.run(await bench.create('machine', only(invoke('f'))));
    const ask = (clientToken: string) => bench.client.send(new RedriveExecutionCommand({ executionArn, clientToken }));
    broken = false;
    await bench.after(5);
    const { redriveDate } = await ask('one');
    await bench.after(5);
    expect((await ask('one')).redriveDate).toEqual(redriveDate);
    expect(await bench.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
    await expect(ask('two')).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' });
  });

  it('runs only the branches that failed or were aborted', async () => {
    const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: { End: true, ...state } } });
    const Branches = [
      branch('Done', invoke('g', 'done', { Output: 'done' })),
      branch('Rest', { Type: 'Wait', Seconds: 30, Output: 'rested' }),
      {
        StartAt: 'Pause',
        States: {
          Pause: { Type: 'Wait', Seconds: 1, Next: 'Late' },
          Late: invoke('f', {}, { Output: 'worked', End: true }),
        },
      },
    ];
    const machine = await bench.create('machine', only({ Type: 'Parallel', Branches }));
    const { executionArn } = await bench.run(machine);
    await bench.after(1);
    expect((await bench.describe(executionArn)).status).toBe('FAILED');
    broken = false;
    expect((await redrive(executionArn)).status).toBe('RUNNING');
    await bench.after(30);
    expect((await bench.describe(executionArn)).output).toBe('["done","rested","worked"]');
    expect(bench.calls.map(({ functionArn }) => functionArn)).toEqual(['g', 'f', 'f']);
  });

  it('runs only the iterations that failed', async () => {
    const ItemProcessor = {
      StartAt: 'Item',
      States: { Item: invoke('f', '{% $states.input %}', { Output: 1, End: true }) },
    };
    let calls = 0;
    bench.functions.f = () => {
      calls += 1;
      if (calls === 3) throw new FunctionError('Broken', '');
      return null;
    };
    const map = only({ Type: 'Map', Items: [1, 2, 3, 4], MaxConcurrency: 1, ItemProcessor });
    const { executionArn } = await bench.run(await bench.create('machine', map));
    expect((await redrive(executionArn)).output).toBe('[1,1,1,1]');
    expect(calls).toBe(5);
  });

  it('goes on after a stop and a timeout, with the time of the machine anew', async () => {
    const machine = { ...only({ Type: 'Wait', Seconds: 20 }), TimeoutSeconds: 10 };
    const { executionArn } = await bench.run(await bench.create('machine', machine));
    await bench.after(10);
    expect((await redrive(executionArn)).status).toBe('RUNNING');
    await bench.client.send(new StopExecutionCommand({ executionArn }));
    expect((await redrive(executionArn)).status).toBe('RUNNING');
    await bench.after(10);
    expect(await bench.describe(executionArn)).toMatchObject({ status: 'TIMED_OUT', redriveCount: 2 });
  });

  it('redrives the nested execution that failed', async () => {
    const child = await bench.create('child', only(invoke('f', {}, { Output: 'well' })));
    const nest = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: child, Input: {} },
      Output: '{% $states.result.Output %}',
    };
    const { executionArn, status } = await bench.run(await bench.create('parent', only(nest)));
    expect(status).toBe('FAILED');
    broken = false;
    expect((await redrive(executionArn)).output).toBe('"well"');
    const { executions } = await bench.client.send(new ListExecutionsCommand({ stateMachineArn: child }));
    expect(executions).toMatchObject([{ status: 'SUCCEEDED', redriveCount: 1 }]);
  });

  it('refuses what runs, has succeeded, or ended too long ago', async () => {
    const refused = (executionArn: string | undefined) => expect(redrive(executionArn)).rejects;
    const waiting = await bench.run(await bench.create('waiting', only({ Type: 'Wait', Seconds: 60 })));
    await refused(waiting.executionArn).toMatchObject({
      name: 'ExecutionNotRedrivable',
      message: 'Execution is RUNNING and cannot be redriven',
    });
    await bench.after(60);
    await refused(waiting.executionArn).toMatchObject({ message: 'Execution is SUCCEEDED and cannot be redriven' });
    const failed = await bench.run(await bench.create('failed', only(invoke('f'))));
    await bench.after(14 * 86_400 + 1);
    await refused(failed.executionArn).toMatchObject({ name: 'ExecutionNotRedrivable' });
    expect((await bench.describe(failed.executionArn)).redriveStatus).toBe('NOT_REDRIVABLE');
    await refused(`${failed.executionArn}x`).toMatchObject({ name: 'ExecutionDoesNotExist' });
  });

  it('uses the definition the execution began with', async () => {
    const arn = await bench.create('machine', only(invoke('f', {}, { Output: 'old' })));
    const { executionArn } = await bench.run(arn);
    broken = false;
    expect((await redrive(executionArn)).output).toBe('"old"');
  });
});
