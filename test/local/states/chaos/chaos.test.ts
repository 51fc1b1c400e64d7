import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve as pathOf } from 'node:path';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { freePort } from '../../../../local/start/free-port.ts';
import { CHILD, expectedOutput, parentOf } from './machines.ts';

const EXECUTIONS = 200;
const KILLS = 50;
/** How long a process is let to work, in milliseconds, before it is killed. */
const LONGEST_LIFE = 400;
/** How long after each other executions are started, in milliseconds: some at every moment. */
const PACE = 60;

const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
const journal = mkdtempSync(join(folder, 'journal-'));
const log = join(folder, 'calls.log');
const questions = join(folder, 'questions.log');
let port: number;
let client: SFNClient;
let child: ChildProcess | undefined;

beforeAll(async () => {
  port = await freePort();
  client = new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  await build({
    entryPoints: ['test/local/states/chaos/child.ts'],
    outfile: join(folder, 'child.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
});

afterAll(async () => {
  child?.kill('SIGKILL');
  client.destroy();
  rmSync(folder, { recursive: true });
});

function live(): Promise<void> {
  const args = ['--no-warnings', join(folder, 'child.mjs'), journal, String(port), log, questions];
  // The bundle lies outside the checkout, and reads the source of JSONata inside it.
  const env = { ...process.env, NODE_PATH: pathOf('node_modules') };
  const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  child = started;
  return new Promise((resolve) => started.stdout?.once('data', () => resolve()));
}

async function kill(): Promise<void> {
  const ended = new Promise((resolve) => child?.once('exit', resolve));
  child?.kill('SIGKILL');
  await ended;
}

/** Asks until the endpoint answers: what was asked of a dying process is asked again of the next. */
async function insist<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof Error && '$fault' in error) throw error;
      await pause(30);
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Answers every question the workflows ask, as often as it takes for the answer to be accepted. */
async function answerQuestions(done: () => boolean): Promise<void> {
  let answered = 0;
  while (!done()) {
    const lines = existsSync(questions) ? readFileSync(questions, 'utf8').split('\n').slice(0, -1) : [];
    for (const line of lines.slice(answered)) {
      const { token, answer } = JSON.parse(line);
      const output = JSON.stringify({ answer });
      await insist(() => client.send(new SendTaskSuccessCommand({ taskToken: token, output }))).catch(
        (error: Error) => {
          // Asked twice, answered once: by an invocation whose end was not recorded.
          if (error.name !== 'TaskTimedOut') throw error;
        },
      );
    }
    answered = lines.length;
    await pause(50);
  }
}

it(`ends ${EXECUTIONS} executions once each, with the right output, across ${KILLS} kills`, async () => {
  let ready = live();
  await ready;
  const roleArn = 'arn:aws:iam::123456789012:role/workflows';
  const create = async (name: string, definition: object) => {
    const command = new CreateStateMachineCommand({ name, roleArn, definition: JSON.stringify(definition) });
    return (await client.send(command)).stateMachineArn ?? '';
  };
  const childArn = await create('child', CHILD);
  const stateMachineArn = await create('parent', parentOf(childArn));

  let finished = false;
  const answering = answerQuestions(() => finished);
  const starting = Promise.all(
    Array.from({ length: EXECUTIONS }, async (_, n) => {
      await pause(n * PACE);
      const command = new StartExecutionCommand({ stateMachineArn, name: `run-${n}`, input: JSON.stringify({ n }) });
      await insist(() => client.send(command));
    }),
  );
  for (let kills = 0; kills < KILLS; kills += 1) {
    // Most are killed at work, some while they start.
    if (kills % 5 > 0) await ready;
    await pause(Math.random() * LONGEST_LIFE);
    await kill();
    // What a kill in the middle of a write would leave.
    if (kills % 5 === 0) appendFileSync(join(journal, 'log.jsonl'), 'arn:aws:states:eu-west-3:1');
    ready = live();
  }
  await starting;
  const running = async () => {
    const query = { statusFilter: 'RUNNING' as const, maxResults: 1000 };
    const lists = [stateMachineArn, childArn].map((arn) =>
      client.send(new ListExecutionsCommand({ ...query, stateMachineArn: arn })),
    );
    return (await Promise.all(lists)).flatMap(({ executions }) => executions ?? []).length;
  };
  while ((await insist(running)) > 0) await pause(200);
  finished = true;
  await answering;

  for (let n = 0; n < EXECUTIONS; n += 1) {
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:run-${n}`;
    const { status, output } = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect({ n, status, output: JSON.parse(output ?? 'null') }).toEqual({
      n,
      status: 'SUCCEEDED',
      output: expectedOutput(n),
    });
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type?.startsWith('Execution')).map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'ExecutionSucceeded',
    ]);
  }
  const { executions: nested } = await client.send(
    new ListExecutionsCommand({ stateMachineArn: childArn, maxResults: 1000 }),
  );
  expect(nested).toHaveLength(EXECUTIONS);

  const recorded = new Set<string>();
  const again: string[] = [];
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [what, key = ''] = line.split(' ');
    if (what === 'recorded') recorded.add(key);
    if (what === 'invoked' && recorded.has(key)) again.push(key);
  }
  expect(again).toEqual([]);
  expect(recorded.size).toBeGreaterThan(EXECUTIONS * 6);
}, 180_000);
