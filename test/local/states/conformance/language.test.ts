import { ValidateStateMachineDefinitionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { validateDefinition } from '../../../../local/states/language/validate.ts';
import { Bench, invoke, only } from '../support.ts';

const PASS = { Type: 'Pass', End: true };
const INVOKE = 'arn:aws:states:::lambda:invoke';

const problems = (definition: object) =>
  validateDefinition(JSON.stringify({ QueryLanguage: 'JSONata', ...definition })).map(
    ({ location, message }) => `${location}: ${message}`,
  );
const inState = (fields: object) => problems({ StartAt: 'S', States: { S: { End: true, ...fields } } });

it.each(['aws', 'aws-cn', 'aws-us-gov'])('a task names its resource in the partition %s', (partition) => {
  expect(inState({ ...invoke('f'), Resource: `arn:${partition}:states:::lambda:invoke` })).toEqual([]);
});

describe('a definition is refused', () => {
  it.each([
    ['no object', '[]', 'expected object, received array'],
    ['no JSON', 'nonsense', 'Unexpected token'],
  ])('when it is %s', (_, text, message) => {
    expect(validateDefinition(text)).toMatchObject([{ message: expect.stringContaining(message) }]);
  });

  it('when it is in JSONPath, said or not', () => {
    const message = "'QueryLanguage' must be 'JSONata': JSONPath is not supported here";
    const machine = { StartAt: 'S', States: { S: PASS } };
    expect(validateDefinition(JSON.stringify(machine))).toMatchObject([
      { location: '/States/S/QueryLanguage', message },
    ]);
    expect(problems({ ...machine, QueryLanguage: 'JSONPath' })).toEqual([`/QueryLanguage: ${message}`]);
    expect(inState({ Type: 'Pass', QueryLanguage: 'JSONPath' })[0]).toContain('/States/S/QueryLanguage');
    const said = { StartAt: 'S', States: { S: { ...PASS, QueryLanguage: 'JSONata' } } };
    expect(validateDefinition(JSON.stringify(said))).toEqual([]);
  });

  it.each([
    'InputPath',
    'OutputPath',
    'ResultPath',
    'ResultSelector',
    'Parameters',
    'TimeoutSecondsPath',
    'HeartbeatSecondsPath',
  ])('for the JSONPath field %s', (field) => {
    expect(inState({ ...invoke('f'), [field]: '$' })).toEqual([
      `/States/S/${field}: Field '${field}' is not supported in JSONata mode`,
    ]);
  });

  it.each(['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'])('for the distributed Map field %s', (field) => {
    const map = { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: PASS } }, [field]: {} };
    expect(inState(map)).toEqual([`/States/S/${field}: Field '${field}' is not supported: a Map runs inline here`]);
  });

  it('for a distributed Map', () => {
    const ItemProcessor = { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'I', States: { I: PASS } };
    expect(inState({ Type: 'Map', ItemProcessor })[0]).toContain('/States/S/ItemProcessor/ProcessorConfig/Mode');
  });

  it.each([
    'arn:aws:states:::sqs:sendMessage',
    'arn:aws:states:::aws-sdk:s3:getObject',
    'arn:aws:states:::states:startExecution.sync',
    'arn:aws:states:::lambda:invoke.sync',
    'arn:aws:lambda:eu-west-3:123456789012:function:f',
    'arn:aws:states:eu-west-3:123456789012:activity:a',
  ])('for the resource %s', (Resource) => {
    expect(inState({ Type: 'Task', Resource, Arguments: {} })).toEqual([
      `/States/S/Resource: The resource '${Resource}' is not supported here: only lambda:invoke and states:startExecution are`,
    ]);
  });

  it.each([
    [
      { Type: 'Task', Resource: INVOKE, Arguments: { Payload: 1 } },
      '/States/S/Arguments: These fields are required: [FunctionName]',
    ],
    [
      { Type: 'Task', Resource: INVOKE, Arguments: { FunctionName: 'f', LogType: 'Tail' } },
      "/States/S/Arguments/LogType: Field 'LogType' is not supported",
    ],
    [
      { ...invoke('f'), Resource: `${INVOKE}.waitForTaskToken` },
      "/States/S/Arguments: The task token must be passed on: '$states.context.Task.Token' is not in the Arguments",
    ],
    [
      invoke('f', {}, { TimeoutSeconds: 10, HeartbeatSeconds: 10 }),
      "/States/S/HeartbeatSeconds: 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'",
    ],
    [invoke('f', {}, { Credentials: {} }), "/States/S/Credentials: Field 'Credentials' is not supported"],
    [{ Type: 'Wait' }, '/States/S: Exactly one of these fields is required: [Seconds, Timestamp]'],
    [
      { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z' },
      '/States/S: Exactly one of these fields is required: [Seconds, Timestamp]',
    ],
    [{ Type: 'Pass', Assign: { states: 1 } }, "/States/S/Assign/states: The variable name 'states' is reserved"],
    [{ Type: 'Pass', Assign: { '1x': 1 } }, "/States/S/Assign: '1x' is not a variable name"],
    [{ Type: 'Pass', Output: '{% $( %}' }, "/States/S/Output: The JSONata expression '$(' is not valid"],
    [{ Type: 'Pass', End: false }, '/States/S: Exactly one of these fields is required: [Next, End]'],
    [{ Type: 'Pass', Next: 'T' }, '/States/S: Exactly one of these fields is required: [Next, End]'],
    [
      invoke('f', {}, { Retry: [{ ErrorEquals: ['States.ALL', 'Other'] }] }),
      "/States/S/Retry[0]/ErrorEquals: 'States.ALL' must stand alone, and last",
    ],
    [
      invoke('f', {}, { Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['Other'] }] }),
      "/States/S/Retry: 'States.ALL' must stand alone, and last",
    ],
    [invoke('f', {}, { Retry: [{ ErrorEquals: ['E'], BackoffRate: 0.5 }] }), '/States/S/Retry[0]/BackoffRate'],
  ])('for %j', (state, expected) => {
    expect(inState(state).some((problem) => problem.startsWith(expected))).toBe(true);
  });

  it('for names that lead nowhere, and states that nothing leads to', () => {
    expect(problems({ StartAt: 'X', States: { S: PASS } })).toEqual([
      "/StartAt: Missing 'Next' target: X",
      '/States/S: State "S" is not reachable.',
    ]);
    expect(problems({ StartAt: 'S', States: { S: { Type: 'Pass', Next: 'X' } } })).toEqual([
      "/States/S/Next: Missing 'Next' target: X",
      '/: Workflow has no terminal state',
    ]);
  });

  it('for a loop without an end', () => {
    const loop = { S: { Type: 'Pass', Next: 'T' }, T: { Type: 'Pass', Next: 'S' } };
    expect(problems({ StartAt: 'S', States: loop })).toEqual(['/: Workflow has no terminal state']);
  });

  it.each([
    ['phone', 'phone'],
    ['{ "a": [phone.home] }', 'phone'],
    ['$exists(phone) ? 1 : 2', 'phone'],
    ['$map($states.input.list, function($one) { $one.price * rate })', 'rate'],
    ['($x := phone; $x)', 'phone'],
  ])('for a name that is looked up in nothing: %s', (expression, name) => {
    expect(inState({ Type: 'Pass', Output: { v: `{% ${expression} %}` } })).toEqual([
      `/States/S/Output/v: Reference to '${name}' at the top level is not supported.`,
    ]);
  });

  it.each([
    '$states.input.list[price > 10].(name & "x")',
    '$states.input.list^(price){ name: $sum(price) }',
    '$states.input ~> |list|{ "price": price * 2 }|',
    '$states.input.list.$uppercase(name)',
  ])('but not for one that is looked up in what a path has come to: %s', (expression) => {
    expect(inState({ Type: 'Pass', Output: `{% ${expression} %}` })).toEqual([]);
  });

  it("for '$$', and for the error of a task outside its catcher", () => {
    expect(inState({ Type: 'Pass', Output: '{% $$.a %}' })).toEqual(["/States/S/Output: '$$' is not supported"]);
    const error = '{% $states.errorOutput.Cause %}';
    const message = "'$states.errorOutput' is there in a catcher alone";
    expect(inState({ Type: 'Pass', Assign: { error } })).toEqual([`/States/S/Assign/error: ${message}`]);
    const Catch = [{ ErrorEquals: ['E'], Assign: { error }, Output: error, Next: 'S' }];
    expect(inState(invoke('f', {}, { Catch }))).toEqual([]);
  });

  it('for a state or an assigned variable of a scope around it', () => {
    const inner = { StartAt: 'S', States: { S: { ...PASS, Assign: { x: 2 } } } };
    expect(
      problems({ StartAt: 'S', States: { S: { Type: 'Parallel', Branches: [inner], Assign: { x: 1 }, End: true } } }),
    ).toEqual([
      '/States/S/Branches[0]/States/S: Duplicate state name: S',
      "/States/S/Branches[0]/States/S/Assign/x: The variable 'x' belongs to an outer scope",
    ]);
  });

  it('by ValidateStateMachineDefinition too', async () => {
    const bench = new Bench();
    await bench.open();
    const validate = (definition: object) =>
      bench.client.send(new ValidateStateMachineDefinitionCommand({ definition: JSON.stringify(definition) }));
    expect(await validate({ QueryLanguage: 'JSONata', StartAt: 'S', States: { S: PASS } })).toMatchObject({
      result: 'OK',
      diagnostics: [],
    });
    expect(await validate({ QueryLanguage: 'JSONata', States: {} })).toMatchObject({
      result: 'FAIL',
      diagnostics: [
        {
          severity: 'ERROR',
          code: 'SCHEMA_VALIDATION_FAILED',
          message: 'These fields are required: [StartAt]',
          location: '/',
        },
      ],
      truncated: false,
    });
    await bench.close();
  });
});

describe('functions', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = new Bench();
    await bench.open();
  });
  afterEach(() => bench.close());

  let names = 0;
  const evaluate = async (expression: string) => {
    names += 1;
    const machine = await bench.create(`m${names}`, only({ Type: 'Pass', Output: `{% ${expression} %}` }));
    const { output, cause } = await bench.run(machine);
    return output === undefined ? cause : JSON.parse(output);
  };

  it.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(1, 9, 3)', [1, 4, 7]],
    ['$range(5, 1, -2)', [5, 3, 1]],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ["$hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ["$hash('abc', 'SHA-256')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [`$parse('{"a": [1]}')`, { a: [1] }],
    ['$random(7) = $random(7)', true],
    ['$now()', '2026-01-05T08:00:00.000Z'],
    ["$now('[Y0001]')", '2026'],
    ['$millis()', Date.parse('2026-01-05T08:00:00Z')],
    ['$sort($shuffle([3,1,2]))', [1, 2, 3]],
    ['$count([1..10])', 10],
  ])('%s', async (expression, expected) => {
    expect(await evaluate(expression)).toEqual(expected);
  });

  it('give chance its due', async () => {
    const random = await evaluate('$random()');
    expect(random).toBeGreaterThanOrEqual(0);
    expect(random).toBeLessThan(1);
    expect(await evaluate('$uuid()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await evaluate('$uuid() = $uuid()')).toBe(false);
  });

  it('refuse what they cannot do', async () => {
    expect(await evaluate("$hash('abc', 'CRC')")).toContain('threw an error during evaluation');
    expect(await evaluate('$partition([1], 0)')).toContain('threw an error during evaluation');
    expect(await evaluate('$range(1, 2, 0)')).toContain('threw an error during evaluation');
    expect(await evaluate("$eval('1')")).toContain('T1006');
  });
});
