import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench, invoke, only } from '../support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.open();
});
afterEach(() => bench.close());

describe('256 KiB', () => {
  const long = (length: number) => `{% $join([1..${length / 64}].('${'x'.repeat(64)}')) %}`;

  it('is the most an output may weigh, and no States.ALL catches more', async () => {
    bench.functions.f = () => null;
    const fits = await bench.create('fits', only({ Type: 'Pass', Output: long(262_144 - 64) }));
    expect((await bench.run(fits)).status).toBe('SUCCEEDED');
    const machine = {
      StartAt: 'Grow',
      States: {
        Grow: invoke(
          'f',
          {},
          { Output: long(262_144), Catch: [{ ErrorEquals: ['States.ALL'], Next: 'No' }], End: true },
        ),
        No: { Type: 'Succeed' },
      },
    };
    expect(await bench.run(await bench.create('grows', machine))).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
      cause: "The state/task 'Grow' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });

  it('is the most an input may weigh', async () => {
    const arn = await bench.create('machine', only({ Type: 'Pass' }));
    await expect(bench.start(arn, 'x'.repeat(262_144))).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('is counted in bytes', async () => {
    const text = `{% $join([1..3000].('${'é'.repeat(50)}')) %}`;
    const { error } = await bench.run(await bench.create('machine', only({ Type: 'Pass', Output: text })));
    expect(error).toBe('States.DataLimitExceeded');
  });
});

it('fails an execution with its 25,000th event', async () => {
  const machine = {
    StartAt: 'Again',
    States: {
      Again: { Type: 'Pass', Next: 'Forever?' },
      'Forever?': { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Never' }], Default: 'Again' },
      Never: { Type: 'Succeed' },
    },
  };
  const { executionArn, status, error, cause, redriveStatus } = await bench.run(await bench.create('machine', machine));
  expect({ status, error, cause, redriveStatus }).toEqual({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
    redriveStatus: 'NOT_REDRIVABLE',
  });
  const last = new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 });
  expect((await bench.client.send(last)).events).toMatchObject([{ id: 25_000, type: 'ExecutionFailed' }]);
});

it('runs 40 iterations of a Map at a time', async () => {
  const map = {
    Type: 'Map',
    Items: '{% [1..50] %}',
    ItemProcessor: { StartAt: 'Rest', States: { Rest: { Type: 'Wait', Seconds: 1, End: true } } },
    Output: '{% $count($states.result) %}',
  };
  const { executionArn } = await bench.run(await bench.create('machine', only(map)));
  const started = async () => (await bench.details(executionArn, 'MapIterationStarted')).length;
  expect(await started()).toBe(40);
  await bench.after(1);
  expect(await started()).toBe(50);
  await bench.after(1);
  expect((await bench.describe(executionArn)).output).toBe('50');
});
