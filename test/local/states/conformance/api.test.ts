import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  PublishStateMachineVersionCommand,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench, only, ROLE } from '../support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.open();
});
afterEach(() => bench.close());

const PASS = only({ Type: 'Pass' });
const WAIT = only({ Type: 'Wait', Seconds: 60 });
const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...PASS });
const NOWHERE = 'arn:aws:states:eu-west-3:123456789012:stateMachine:nowhere';

describe('state machines', () => {
  it('are created, described, updated, listed and deleted', async () => {
    const { client } = bench;
    const stateMachineArn = await bench.create('machine', PASS);
    expect(stateMachineArn).toBe('arn:aws:states:eu-west-3:123456789012:stateMachine:machine');
    expect(await client.send(new DescribeStateMachineCommand({ stateMachineArn }))).toMatchObject({
      stateMachineArn,
      name: 'machine',
      status: 'ACTIVE',
      type: 'STANDARD',
      definition,
      roleArn: ROLE,
      creationDate: new Date('2026-01-05T08:00:00Z'),
      loggingConfiguration: { level: 'OFF', includeExecutionData: false },
      tracingConfiguration: { enabled: false },
    });
    const started = await bench.start(stateMachineArn);
    await bench.after(1);
    const other = JSON.stringify({ QueryLanguage: 'JSONata', ...WAIT });
    const updated = await client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: other }));
    expect(updated.updateDate).toEqual(new Date('2026-01-05T08:00:01Z'));
    expect((await client.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition).toBe(other);
    const executionArn = started;
    expect(await client.send(new DescribeStateMachineForExecutionCommand({ executionArn }))).toMatchObject({
      definition,
      roleArn: ROLE,
    });
    expect((await client.send(new ListStateMachinesCommand({}))).stateMachines).toMatchObject([
      { name: 'machine', stateMachineArn, type: 'STANDARD' },
    ]);
    await client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    expect((await client.send(new ListStateMachinesCommand({}))).stateMachines).toEqual([]);
    await expect(client.send(new DescribeStateMachineCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
  });

  it('run to their end with the definition they began with', async () => {
    const stateMachineArn = await bench.create('machine', WAIT);
    const { executionArn } = await bench.run(stateMachineArn, { kept: 1 });
    await bench.client.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
    await bench.after(60);
    expect((await bench.describe(executionArn)).output).toBe('{"kept":1}');
  });

  it('may be created twice alike, not otherwise', async () => {
    const first = await bench.create('machine', PASS);
    expect(await bench.create('machine', PASS)).toBe(first);
    await expect(bench.create('machine', WAIT)).rejects.toMatchObject({
      name: 'StateMachineAlreadyExists',
      message: `State Machine Already Exists: '${first}'`,
    });
  });

  it('that are deleted take their running executions with them', async () => {
    const stateMachineArn = await bench.create('machine', WAIT);
    const { executionArn } = await bench.run(stateMachineArn);
    await bench.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    expect((await bench.describe(executionArn)).status).toBe('ABORTED');
    await bench.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
  });

  it('are listed in pages, by name', async () => {
    for (const name of ['c', 'a', 'b']) await bench.create(name, PASS);
    const first = await bench.client.send(new ListStateMachinesCommand({ maxResults: 2 }));
    expect(first.stateMachines?.map(({ name }) => name)).toEqual(['a', 'b']);
    const second = await bench.client.send(new ListStateMachinesCommand({ nextToken: first.nextToken }));
    expect(second.stateMachines?.map(({ name }) => name)).toEqual(['c']);
    expect(second.nextToken).toBeUndefined();
    const wrong = bench.client.send(new ListStateMachinesCommand({ nextToken: 'wrong' }));
    await expect(wrong).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  it.each(['with space', 'a/b', 'a:b', 'a"b', '<a>', 'x'.repeat(81)])('refuse the name %s', async (name) => {
    await expect(bench.create(name, PASS)).rejects.toMatchObject({
      name: 'InvalidName',
      message: `Invalid Name: '${name}'`,
    });
  });

  it.each([
    ['loggingConfiguration', { level: 'ALL' }],
    ['tracingConfiguration', { enabled: true }],
    ['encryptionConfiguration', { type: 'AWS_OWNED_KEY' }],
    ['tags', []],
    ['versionDescription', 'first'],
  ])('refuse the members that are not supported: %s', async (member, value) => {
    const command = new CreateStateMachineCommand({ name: 'm', definition, roleArn: ROLE, [member]: value });
    await expect(bench.client.send(command)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(
        `Value at '${member}' failed to satisfy constraint: Member is not supported here`,
      ),
    });
  });

  it('refuse what is not supported', async () => {
    const create = (fields: object) =>
      bench.client.send(new CreateStateMachineCommand({ name: 'm', definition, roleArn: ROLE, ...fields }));
    await expect(create({ type: 'EXPRESS' })).rejects.toMatchObject({ name: 'StateMachineTypeNotSupported' });
    await expect(create({ publish: true })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(create({ definition: '{' })).rejects.toMatchObject({ name: 'InvalidDefinition' });
    const publish = bench.client.send(new PublishStateMachineVersionCommand({ stateMachineArn: NOWHERE }));
    await expect(publish).rejects.toMatchObject({ name: 'UnknownOperationException' });
    const update = bench.client.send(new UpdateStateMachineCommand({ stateMachineArn: NOWHERE }));
    await expect(update).rejects.toMatchObject({ name: 'MissingRequiredParameter' });
  });
});

describe('executions', () => {
  it('are started once by name, as long as the input is the same and they run', async () => {
    const stateMachineArn = await bench.create('machine', WAIT);
    const first = await bench.start(stateMachineArn, { n: 1 }, 'one');
    expect(first).toBe('arn:aws:states:eu-west-3:123456789012:execution:machine:one');
    expect(await bench.start(stateMachineArn, { n: 1 }, 'one')).toBe(first);
    const refusal = { name: 'ExecutionAlreadyExists', message: `Execution Already Exists: '${first}'` };
    await expect(bench.start(stateMachineArn, { n: 2 }, 'one')).rejects.toMatchObject(refusal);
    await bench.after(60);
    await expect(bench.start(stateMachineArn, { n: 1 }, 'one')).rejects.toMatchObject(refusal);
    const both = await Promise.all([1, 2].map(() => bench.start(stateMachineArn, {}, 'two')));
    expect(both[0]).toBe(both[1]);
  });

  it('refuse wrong machines, ARNs, names and inputs', async () => {
    const stateMachineArn = await bench.create('machine', PASS);
    const start = (fields: object) => bench.client.send(new StartExecutionCommand({ stateMachineArn, ...fields }));
    await expect(start({ stateMachineArn: NOWHERE })).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${NOWHERE}'`,
    });
    await expect(start({ stateMachineArn: 'machine' })).rejects.toMatchObject({
      name: 'InvalidArn',
      message: "Invalid Arn: 'Invalid ARN prefix: machine'",
    });
    await expect(start({ name: 'a b' })).rejects.toMatchObject({ name: 'InvalidName' });
    await expect(start({ input: 'not json' })).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
    await expect(bench.describe(`${stateMachineArn}:x`)).rejects.toMatchObject({ name: 'InvalidArn' });
    const none = 'arn:aws:states:eu-west-3:123456789012:execution:machine:none';
    await expect(bench.describe(none)).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
      message: `Execution Does Not Exist: '${none}'`,
    });
  });

  it('refuse the members that are not supported', async () => {
    const stateMachineArn = await bench.create('machine', PASS);
    const executionArn = await bench.start(stateMachineArn);
    const { client } = bench;
    const refusals = [
      client.send(new StartExecutionCommand({ stateMachineArn, traceHeader: 'Root=1' })),
      client.send(new DescribeExecutionCommand({ executionArn, includedData: 'METADATA_ONLY' })),
      client.send(new DescribeStateMachineCommand({ stateMachineArn, includedData: 'ALL_DATA' })),
      client.send(new ListExecutionsCommand({ stateMachineArn, redriveFilter: 'REDRIVEN' })),
      client.send(new ListExecutionsCommand({ stateMachineArn, mapRunArn: executionArn })),
      client.send(new ValidateStateMachineDefinitionCommand({ definition, severity: 'WARNING' })),
    ];
    for (const refusal of refusals)
      await expect(refusal).rejects.toMatchObject({ message: expect.stringContaining('is not supported here') });
  });

  it('are stopped, with error and cause', async () => {
    const { executionArn } = await bench.run(await bench.create('machine', WAIT));
    const stop = new StopExecutionCommand({ executionArn, error: 'Manual', cause: 'Not needed' });
    expect((await bench.client.send(stop)).stopDate).toEqual(new Date('2026-01-05T08:00:00Z'));
    expect(await bench.describe(executionArn)).toMatchObject({
      status: 'ABORTED',
      error: 'Manual',
      cause: 'Not needed',
    });
    expect(await bench.trace(executionArn)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 WaitStateEntered',
      '3<0 ExecutionAborted',
    ]);
    await bench.client.send(new StopExecutionCommand({ executionArn, error: 'Again' }));
    expect((await bench.describe(executionArn)).error).toBe('Manual');
  });

  it('are listed latest first, by status, in pages', async () => {
    const stateMachineArn = await bench.create('machine', WAIT);
    for (const name of ['a', 'b', 'c', 'd']) {
      await bench.run(stateMachineArn, {}, name);
      await bench.after(25);
    }
    const list = async (fields: object) => {
      const page = await bench.client.send(new ListExecutionsCommand({ stateMachineArn, ...fields }));
      return { names: page.executions?.map(({ name }) => name).join(), next: page.nextToken };
    };
    expect(await list({})).toEqual({ names: 'd,c,b,a', next: undefined });
    expect(await list({ statusFilter: 'RUNNING' })).toEqual({ names: 'd,c', next: undefined });
    expect(await list({ statusFilter: 'SUCCEEDED' })).toEqual({ names: 'b,a', next: undefined });
    expect(await list({ statusFilter: 'FAILED' })).toEqual({ names: '', next: undefined });
    const first = await list({ maxResults: 3 });
    expect(first.names).toBe('d,c,b');
    expect((await list({ maxResults: 3, nextToken: first.next })).names).toBe('a');
    await expect(list({ statusFilter: 'succeeded' })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(list({ maxResults: 1001 })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(list({ stateMachineArn: NOWHERE })).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  });

  it('tell their history in pages, forwards and backwards, with and without data', async () => {
    const { executionArn } = await bench.run(await bench.create('machine', PASS), { secret: 1 });
    const page = async (fields: object) => {
      const { events, nextToken } = await bench.client.send(
        new GetExecutionHistoryCommand({ executionArn, ...fields }),
      );
      return { ids: events?.map(({ id }) => id).join(), nextToken, events };
    };
    expect((await page({})).ids).toBe('1,2,3,4');
    expect((await page({ reverseOrder: true })).ids).toBe('4,3,2,1');
    const first = await page({ reverseOrder: true, maxResults: 3 });
    expect(first.ids).toBe('4,3,2');
    expect((await page({ reverseOrder: true, maxResults: 3, nextToken: first.nextToken })).ids).toBe('1');
    expect(JSON.stringify((await page({ includeExecutionData: false })).events)).not.toContain('secret');
    await expect(page({ nextToken: first.nextToken })).rejects.toMatchObject({ name: 'InvalidToken' });
  });
});
