import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteStateMachineCommand,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SendTaskSuccessCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Journals } from '../../../local/data-folder/journals.ts';
import { FileFolder, type LineFolder, MemoryFolder } from '../../../local/data-folder/line-folder.ts';
import { executionJournal } from '../../../local/states/records.ts';
import { ask, Bench, FunctionError, invoke, only } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'states-'));
afterAll(() => rmSync(folder, { recursive: true }));

const folders: [string, () => () => LineFolder][] = [
  [
    'in memory',
    () => {
      const own = new MemoryFolder();
      return () => own;
    },
  ],
  [
    'in a folder',
    () => {
      const own = mkdtempSync(join(folder, 'journal-'));
      return () => new FileFolder(own);
    },
  ],
];

describe.each(folders)('a journal %s', (_, makeFolder) => {
  let own: () => LineFolder;
  let bench: Bench;
  let token = '';

  /** The next life of the process, at the instant the last one ended. */
  const restart = async () => {
    const now = bench.clock.now();
    const { functions } = bench;
    await bench.close();
    bench = new Bench(own(), now);
    Object.assign(bench.functions, functions);
    await bench.open();
    await bench.after(0);
  };

  beforeEach(async () => {
    own = makeFolder();
    bench = new Bench(own());
    bench.functions.ask = (event: { token: string }) => {
      token = event.token;
    };
    bench.functions.f = (event) => event;
    bench.functions.fail = () => {
      throw new FunctionError('Broken', '');
    };
    await bench.open();
  });
  afterEach(() => bench.close());

  it('keeps machines and their revisions', async () => {
    const arn = await bench.create('machine', only({ Type: 'Wait', Seconds: 60, Output: 'first' }));
    const { executionArn } = await bench.run(arn);
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...only({ Type: 'Pass', Output: 'second' }) });
    await bench.client.send(new UpdateStateMachineCommand({ stateMachineArn: arn, definition }));
    await restart();
    expect((await bench.run(arn)).output).toBe('"second"');
    await bench.after(60);
    expect((await bench.describe(executionArn)).output).toBe('"first"');
    await bench.client.send(new DeleteStateMachineCommand({ stateMachineArn: arn }));
    await restart();
    await expect(bench.start(arn)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    expect((await bench.describe(executionArn)).output).toBe('"first"');
  });

  it('keeps waits, where they began', async () => {
    const { executionArn } = await bench.run(await bench.create('machine', only({ Type: 'Wait', Seconds: 60 })));
    await bench.after(40);
    await restart();
    await bench.after(19);
    expect((await bench.describe(executionArn)).status).toBe('RUNNING');
    await bench.after(1);
    const { status, startDate, stopDate } = await bench.describe(executionArn);
    expect([status, Number(stopDate) - Number(startDate)]).toEqual(['SUCCEEDED', 60_000]);
  });

  it('fires what fell due while it was away, in order', async () => {
    const wait = async (name: string, Seconds: number) =>
      bench.run(await bench.create(name, only({ Type: 'Wait', Seconds, Output: name })));
    await wait('late', 300);
    await wait('early', 60);
    await wait('never', 99_999);
    await bench.run(await bench.create('asked', only(ask('ask', { TimeoutSeconds: 120 }))));
    await bench.close();
    bench = new Bench(own(), bench.clock.now() + 86_400_000);
    await bench.open();
    await bench.after(0);
    const ended = bench.changes.filter(({ status }) => status !== 'RUNNING');
    expect(ended.map(({ stateMachineArn, status }) => [stateMachineArn.split(':').at(-1), status])).toEqual([
      ['early', 'SUCCEEDED'],
      ['asked', 'FAILED'],
      ['late', 'SUCCEEDED'],
    ]);
  });

  it('keeps tokens, and does not ask again for what was asked', async () => {
    const machine = await bench.create('machine', only(ask('ask', { TimeoutSeconds: 100 })));
    const { executionArn } = await bench.run(machine, {}, 'one');
    await restart();
    expect(bench.calls).toEqual([]);
    await bench.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '"answered"' }));
    await restart();
    expect((await bench.describe(executionArn)).output).toBe('"answered"');
    const again = bench.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '1' }));
    await expect(again).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await expect(bench.start(machine, {}, 'one')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('keeps the deadline of a task', async () => {
    const { executionArn } = await bench.run(await bench.create('machine', only(ask('ask', { TimeoutSeconds: 100 }))));
    await bench.after(60);
    await restart();
    await bench.after(40);
    expect((await bench.describe(executionArn)).error).toBe('States.Timeout');
  });

  it('runs a task again whose result was not recorded, and no other', async () => {
    const machine = {
      StartAt: 'One',
      States: { One: invoke('f', 1, { Next: 'Two' }), Two: invoke('stuck', 2, { Output: 'out', End: true }) },
    };
    bench.functions.stuck = () => new Promise(() => undefined);
    const executionArn = await bench.start(await bench.create('machine', machine));
    while (bench.calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    const now = bench.clock.now();
    const abandoned = bench;
    bench = new Bench(own(), now);
    bench.functions.stuck = () => null;
    await bench.open();
    await bench.after(0);
    expect(bench.calls.map(({ functionArn }) => functionArn)).toEqual(['stuck']);
    expect((await bench.describe(executionArn)).output).toBe('"out"');
    abandoned.leave();
  });

  it('keeps finished executions: status, history, lists, redrive', async () => {
    const arn = await bench.create('machine', only(invoke('fail')));
    const { executionArn } = await bench.run(arn, { n: 1 });
    const before = { description: await bench.describe(executionArn), history: await bench.history(executionArn) };
    await restart();
    const shown = (description: object) => JSON.stringify({ ...description, $metadata: undefined });
    expect(shown(await bench.describe(executionArn))).toBe(shown(before.description));
    expect(await bench.history(executionArn)).toEqual(before.history);
    const list = async (statusFilter: 'FAILED' | 'RUNNING' | 'SUCCEEDED') =>
      (await bench.client.send(new ListExecutionsCommand({ stateMachineArn: arn, statusFilter }))).executions?.length;
    expect([await list('FAILED'), await list('RUNNING')]).toEqual([1, 0]);
    bench.functions.fail = () => new Promise(() => undefined);
    await bench.client.send(new RedriveExecutionCommand({ executionArn }));
    expect([await list('FAILED'), await list('RUNNING')]).toEqual([0, 1]);
    const now = bench.clock.now();
    bench.leave();
    bench = new Bench(own(), now);
    bench.functions.fail = () => null;
    await bench.open();
    await bench.after(0);
    expect(await bench.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
    expect([await list('FAILED'), await list('RUNNING'), await list('SUCCEEDED')]).toEqual([0, 0, 1]);
  });

  it('joins nested executions again', async () => {
    const child = await bench.create('child', only({ Type: 'Wait', Seconds: 60, Output: 'done' }));
    const nest = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: child },
      Output: '{% $states.result.Output %}',
    };
    const { executionArn } = await bench.run(await bench.create('parent', only(nest)));
    await restart();
    await bench.after(60);
    expect((await bench.describe(executionArn)).output).toBe('"done"');
    const { executions } = await bench.client.send(new ListExecutionsCommand({ stateMachineArn: child }));
    expect(executions).toHaveLength(1);
  });

  it('leaves nothing live of what has finished, and forgets it after ninety days', async () => {
    const arn = await bench.create('machine', {
      StartAt: 'A',
      States: { A: invoke('f', {}, { Next: 'B' }), B: invoke('f', {}, { Output: 1, End: true }) },
    });
    const { executionArn } = await bench.run(arn, {}, 'one');
    expect([...new Journals(own(), executionJournal).live()]).toEqual([]);
    await bench.after(91 * 86_400);
    await restart();
    await expect(bench.describe(executionArn)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    expect(await bench.start(arn, {}, 'one')).toBe(executionArn);
  });

  it('keeps a journal larger than an item', async () => {
    const noise = Array.from({ length: 4_000 }, () => Math.random().toString(36)).join('');
    const States = Object.fromEntries(
      Array.from({ length: 20 }, (_item, n) => [
        `S${n}`,
        invoke('noise', n, { Output: n, ...(n === 19 ? { End: true } : { Next: `S${n + 1}` }) }),
      ]),
    );
    bench.functions.noise = (n: number) => `${noise.slice(n)}${noise}`;
    const { executionArn } = await bench.run(await bench.create('machine', { StartAt: 'S0', States }));
    await restart();
    expect(await bench.history(executionArn)).toHaveLength(20 * 5 + 2);
  });

  describe('tells changes of status', () => {
    it('once each, in order', async () => {
      await bench.run(await bench.create('machine', only({ Type: 'Pass', Output: 1 })), { n: 1 });
      expect(bench.changes).toMatchObject([
        { status: 'RUNNING', stopDate: null, output: null, input: '{"n":1}' },
        { status: 'SUCCEEDED', stopDate: bench.clock.now(), output: '1' },
      ]);
      await restart();
      expect(bench.changes).toEqual([]);
    });

    it('again after a crash, if they were not acknowledged', async () => {
      const { executionArn } = await bench.run(await bench.create('waits', only(ask('ask'))));
      bench.onChange = () => new Promise(() => undefined);
      await bench.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '1' }));
      const now = bench.clock.now();
      bench.leave();
      bench = new Bench(own(), now);
      await bench.open();
      await bench.after(0);
      expect(bench.changes).toMatchObject([{ executionArn, status: 'SUCCEEDED' }]);
    });

    it('again later, if they were refused', async () => {
      let refusals = 2;
      bench.onChange = () => {
        refusals -= 1;
        if (refusals >= 0) throw new Error('not now');
      };
      const complaints: unknown[] = [];
      const { error } = console;
      console.error = (...words) => complaints.push(words);
      await bench.run(await bench.create('machine', only({ Type: 'Pass' })));
      await bench.after(30);
      console.error = error;
      expect(bench.changes.map(({ status }) => status)).toEqual(['RUNNING', 'RUNNING', 'RUNNING', 'SUCCEEDED']);
      expect(complaints).toHaveLength(2);
    });
  });
});
