import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench, FunctionError, invoke, only } from '../support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  bench.functions.f = (n) => n;
  bench.functions.odd = (n: number) => {
    if (n % 2 === 1) throw new FunctionError('Odd', String(n));
    return n;
  };
  await bench.open();
});
afterEach(() => bench.close());

const run = async (definition: object, input: unknown = {}) =>
  bench.run(await bench.create('machine', definition), input);
const block = (name: string, state: object) => ({ StartAt: name, States: { [name]: { End: true, ...state } } });

describe('Parallel', () => {
  it('runs its branches with the same input, and joins their outputs', async () => {
    const { executionArn, output } = await run(
      only({
        Type: 'Parallel',
        Arguments: { n: '{% $states.input.n + 1 %}' },
        Branches: [block('A', { Type: 'Pass' }), block('B', { Type: 'Wait', Seconds: 1, Output: 'b' })],
        Output: { all: '{% $states.result %}' },
      }),
      { n: 1 },
    );
    expect(output).toBeUndefined();
    await bench.after(1);
    expect((await bench.describe(executionArn)).output).toBe('{"all":[{"n":2},"b"]}');
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 ParallelStateEntered',
      '3<2 ParallelStateStarted',
      '4<3 PassStateEntered',
      '5<4 PassStateExited',
      '6<3 WaitStateEntered',
      '7<6 WaitStateExited',
      '8<7 ParallelStateSucceeded',
      '9<7 ParallelStateExited',
      '10<9 ExecutionSucceeded',
    ]);
  });

  it('fails with the first branch that fails, and aborts the others', async () => {
    const { executionArn, status, error } = await run(
      only({
        Type: 'Parallel',
        Branches: [
          block('A', { Type: 'Wait', Seconds: 9 }),
          block('B', invoke('odd', 1)),
          block('C', { Type: 'Pass' }),
        ],
      }),
    );
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'Odd' });
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 ParallelStateEntered',
      '3<2 ParallelStateStarted',
      '4<3 WaitStateEntered',
      '5<3 TaskStateEntered',
      '6<5 TaskScheduled',
      '7<3 PassStateEntered',
      '8<7 PassStateExited',
      '9<6 TaskStarted',
      '10<9 TaskFailed',
      '11<10 TaskStateAborted',
      '12<10 WaitStateAborted',
      '13<10 ParallelStateFailed',
      '14<13 ExecutionFailed',
    ]);
  });

  it('goes on by its Catch', async () => {
    const { executionArn, output } = await run({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'A', States: { A: { Type: 'Fail', Error: 'Stop' } } },
            block('B', { Type: 'Wait', Seconds: 9 }),
          ],
          Catch: [{ ErrorEquals: ['Stop'], Next: 'Caught', Output: '{% $states.errorOutput.Error %}' }],
          End: true,
        },
        Caught: { Type: 'Pass', End: true },
      },
    });
    expect(output).toBe('"Stop"');
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 ParallelStateEntered',
      '3<2 ParallelStateStarted',
      '4<3 FailStateEntered',
      '5<4 ParallelStateFailed',
      '6<5 ParallelStateExited',
      '7<6 PassStateEntered',
      '8<7 PassStateExited',
      '9<8 ExecutionSucceeded',
    ]);
  });
});

describe('Map', () => {
  const each = (state: object, fields: object = {}) =>
    only({ Type: 'Map', Items: '{% $states.input.items %}', ItemProcessor: block('Item', state), ...fields });

  it('runs its processor for each item, one after the other with MaxConcurrency 1', async () => {
    const { executionArn, output } = await run(each({ Type: 'Pass' }, { MaxConcurrency: 1 }), { items: [7, { a: 8 }] });
    expect(output).toBe('[7,{"a":8}]');
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 MapStateEntered',
      '3<2 MapStateStarted',
      '4<3 MapIterationStarted',
      '5<4 PassStateEntered',
      '6<5 PassStateExited',
      '7<6 MapIterationSucceeded',
      '8<6 MapIterationStarted',
      '9<8 PassStateEntered',
      '10<9 PassStateExited',
      '11<10 MapIterationSucceeded',
      '12<11 MapStateSucceeded',
      '13<11 MapStateExited',
      '14<13 ExecutionSucceeded',
    ]);
    expect(await bench.details(executionArn, 'MapStateStarted')).toEqual([{ length: 2 }]);
    expect(await bench.details(executionArn, 'MapIterationStarted')).toEqual([
      { name: 'Only', index: 0 },
      { name: 'Only', index: 1 },
    ]);
  });

  it('starts every iteration before any goes on, where concurrency is not limited', async () => {
    const { executionArn } = await run(each(invoke('f')), { items: [1, 2] });
    expect((await bench.trace(executionArn)).slice(2, 11)).toEqual([
      '3<2 MapStateStarted',
      '4<3 MapIterationStarted',
      '5<3 MapIterationStarted',
      '6<4 TaskStateEntered',
      '7<6 TaskScheduled',
      '8<5 TaskStateEntered',
      '9<8 TaskScheduled',
      '10<7 TaskStarted',
      '11<9 TaskStarted',
    ]);
  });

  it('makes nothing of an empty list', async () => {
    const { executionArn, output } = await run(each({ Type: 'Pass' }), { items: [] });
    expect(output).toBe('[]');
    expect((await bench.trace(executionArn)).slice(2)).toEqual([
      '3<2 MapStateStarted',
      '4<3 MapStateSucceeded',
      '5<3 MapStateExited',
      '6<5 ExecutionSucceeded',
    ]);
  });

  it('selects the input of an iteration, from the item and what the Map sees', async () => {
    const ItemSelector = {
      index: '{% $states.context.Map.Item.Index %}',
      value: '{% $states.context.Map.Item.Value %}',
      shared: '{% $states.input.shared %}',
    };
    const { output } = await run(each({ Type: 'Pass' }, { ItemSelector }), { items: ['a', 'b'], shared: 1 });
    expect(JSON.parse(output ?? '')).toEqual([
      { index: 0, value: 'a', shared: 1 },
      { index: 1, value: 'b', shared: 1 },
    ]);
  });

  it('fails when the input of an iteration cannot be selected', async () => {
    const ItemSelector = { name: '{% $states.context.Map.Item.Value.name %}' };
    const { executionArn, error } = await run(each({ Type: 'Pass' }, { ItemSelector }), { items: [{ name: 'a' }, {}] });
    expect(error).toBe('States.QueryEvaluationError');
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 MapStateEntered',
      '3<0 EvaluationFailed',
      '4<3 MapStateFailed',
      '5<4 ExecutionFailed',
    ]);
  });

  it('aborts the other iterations when one fails', async () => {
    const { executionArn, error } = await run(
      only({
        Type: 'Map',
        Items: [1, 2],
        ItemProcessor: {
          StartAt: 'Which?',
          States: {
            'Which?': {
              Type: 'Choice',
              Choices: [{ Condition: '{% $states.input = 1 %}', Next: 'Work' }],
              Default: 'Rest',
            },
            Work: invoke('odd', '{% $states.input %}', { End: true }),
            Rest: { Type: 'Wait', Seconds: 60, End: true },
          },
        },
      }),
    );
    expect(error).toBe('Odd');
    expect((await bench.trace(executionArn)).slice(-7)).toEqual([
      '14<13 TaskFailed',
      '15<14 MapIterationFailed',
      '16<14 TaskStateAborted',
      '17<14 MapIterationAborted',
      '18<14 WaitStateAborted',
      '19<14 MapStateFailed',
      '20<19 ExecutionFailed',
    ]);
  });

  it.each([
    ['ToleratedFailureCount', 2, 'SUCCEEDED'],
    ['ToleratedFailureCount', 1, 'FAILED'],
    ['ToleratedFailurePercentage', 50, 'SUCCEEDED'],
    ['ToleratedFailurePercentage', 49, 'FAILED'],
    ['ToleratedFailureCount', '{% 2 %}', 'SUCCEEDED'],
    ['ToleratedFailurePercentage', '{% $states.input.items[0] * 50 %}', 'SUCCEEDED'],
    ['ToleratedFailurePercentage', '{% 49.9 %}', 'FAILED'],
  ])('with %s %s of four, two of them failing, has %s', async (field, value, expected) => {
    const { status, error, output } = await run(each(invoke('odd'), { [field]: value, Output: 'done' }), {
      items: [1, 2, 3, 4],
    });
    expect(status).toBe(expected);
    expect(expected === 'FAILED' ? error : output).toBe(
      expected === 'FAILED' ? 'States.ExceedToleratedFailureThreshold' : '"done"',
    );
  });

  it.each([
    ['ToleratedFailurePercentage', '{% 101 %}'],
    ['ToleratedFailureCount', '{% -1 %}'],
    ['MaxConcurrency', "{% 'many' %}"],
  ])('refuses the %s %s', async (field, value) => {
    const { error, cause } = await run(each({ Type: 'Pass' }, { [field]: value }), { items: [1] });
    expect([error, cause]).toEqual(['States.QueryEvaluationError', expect.stringContaining(`the field '${field}'`)]);
  });

  it('runs as many iterations at a time as an expression says', async () => {
    const slow = { Type: 'Wait', Seconds: 1 };
    const { executionArn } = await run(each(slow, { MaxConcurrency: '{% $states.input.items[0] %}' }), {
      items: [2, 3, 4],
    });
    expect(await bench.details(executionArn, 'MapIterationStarted')).toHaveLength(2);
  });

  it('refuses items that are not a list', async () => {
    const { executionArn, cause } = await run(each({ Type: 'Pass' }), { items: 1 });
    expect(cause).toBe(
      "An error occurred while executing the state 'Only' (entered at the event id #2). The JSONata expression " +
        "'$states.input.items' specified for the field 'Items' returned an unexpected result type. " +
        "Expected 'array', but was 'number' for value: 1",
    );
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 MapStateEntered',
      '3<0 EvaluationFailed',
      '4<3 MapStateFailed',
      '5<4 ExecutionFailed',
    ]);
  });

  it('takes its input for the items where none are given', async () => {
    const map = { Type: 'Map', ItemProcessor: block('Item', { Type: 'Pass' }) };
    const arn = await bench.create('machine', only(map));
    expect((await bench.run(arn, [1])).output).toBe('[1]');
    expect((await bench.run(arn, { a: 1 })).cause).toContain('Map state input must be an array but was: {"a":1}');
  });

  it('nests', async () => {
    const inner = { Type: 'Map', Items: '{% $states.input %}', ItemProcessor: block('Deep', { Type: 'Pass' }) };
    expect((await run(each(inner), { items: [[1, 2], [3]] })).output).toBe('[[1,2],[3]]');
  });
});
