import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod';
import { Activity } from '../local/clock/activity.ts';
import { RealClock } from '../local/clock/real-clock.ts';
import { FileFolder, type LineFolder, MemoryFolder } from '../local/data-folder/line-folder.ts';
import { Interpreter } from '../local/states/interpreter.ts';

const EXECUTIONS = 8_000;
const AT_A_TIME = 200;
const ROUNDS = 5;
const WAITING = 10_000;

/** What the interpreter does in a second and in how much room; the aims are in `docs/interpreter.md`. */
export interface StatesMeasures {
  /** State transitions per second, as a multiple of those of the npm package aws-local-stepfunctions. */
  readonly inMemory: number;
  readonly durable: number;
  /** With 10,000 waiting executions: resident memory of the process in bytes, and time to take them up again in ms. */
  readonly waitingMemory: number;
  readonly restart: number;
}

/** The same work in both query languages: three tasks and two decisions between a beginning and an end. */
const STATES = ['Begin', 'First', 'Big?', 'Second', 'Still big?', 'Third', 'Done'];
const RESOURCE = 'arn:aws:lambda:eu-west-3:123456789012:function:work';

const invoke = (Next: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'work', Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  Next,
});
const decide = (Next: string) => ({
  Type: 'Choice',
  Choices: [{ Condition: '{% $states.input.n > 0 %}', Next }],
  Default: 'Failed',
});
const JSONATA = {
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Next: 'First' },
    First: invoke('Big?'),
    'Big?': decide('Second'),
    Second: invoke('Still big?'),
    'Still big?': decide('Third'),
    Third: invoke('Done'),
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail' },
  },
};

const task = (Next: string) => ({ Type: 'Task' as const, Resource: RESOURCE, Next });
const branch = (Next: string) => ({
  Type: 'Choice' as const,
  Choices: [{ Variable: '$.n', NumericGreaterThan: 0, Next }],
  Default: 'Failed',
});
const JSONPATH = {
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass' as const, Next: 'First' },
    First: task('Big?'),
    'Big?': branch('Second'),
    Second: task('Still big?'),
    'Still big?': branch('Third'),
    Third: task('Done'),
    Done: { Type: 'Succeed' as const },
    Failed: { Type: 'Fail' as const },
  },
};

const WAIT = {
  QueryLanguage: 'JSONata',
  StartAt: 'Work',
  States: { Work: invoke('Rest'), Rest: { Type: 'Wait', Seconds: 9_999_999, End: true } },
};

/** Measures the interpreter. `report` gets a line for each result, as it comes. */
export async function measureStates(report: (line: string) => void = console.log): Promise<StatesMeasures> {
  const folder = mkdtempSync(join(process.cwd(), '.bench-'));
  try {
    // Each in its turn, several times over: what else the machine does weighs on all three of a round alike.
    const rounds: { reference: Rate; inMemory: Rate; durable: Rate }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      rounds.push({
        reference: await measureReference(),
        inMemory: await measureInterpreter(new MemoryFolder()),
        durable: await measureInterpreter(new FileFolder(mkdtempSync(join(folder, 'round-')))),
      });
    }
    // The first round warms up.
    rounds.shift();
    const inMemory = compare('interpreter, in memory ', 'inMemory', rounds, report);
    const durable = compare('interpreter, durable   ', 'durable', rounds, report);
    const waiting = mkdtempSync(join(folder, 'waiting-'));
    await inChild('fill', waiting);
    const { waitingMemory, restart } = await inChild('restart', waiting);
    report(
      `with ${WAITING} waiting       ${Math.round(waitingMemory / 1e6)} MB, taken up again in ${Math.round(restart)} ms`,
    );
    return { inMemory, durable, waitingMemory, restart };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reports what one of the interpreters does beside the reference, and gives how many times as much it does. */
function compare<T extends string>(
  name: string,
  which: T,
  rounds: readonly (Record<T, Rate> & { reference: Rate })[],
  report: (line: string) => void,
): number {
  const times = median(rounds.map((round) => round[which].perSecond / round.reference.perSecond));
  const work = median(rounds.map((round) => round[which].perProcessorSecond / round.reference.perProcessorSecond));
  const [ours, theirs] = [which, 'reference' as const].map((one) =>
    median(rounds.map((round) => round[one].perSecond)),
  );
  report(
    `${name} × ${times.toFixed(2)} of aws-local-stepfunctions, × ${work.toFixed(2)} for the same processor time ` +
      `(${Math.round(ours ?? 0)} transitions/s against ${Math.round(theirs ?? 0)})`,
  );
  return times;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** State transitions per second, and per second of a processor. */
interface Rate {
  readonly perSecond: number;
  readonly perProcessorSecond: number;
}

/** Runs the work, some at a time. */
async function rate(run: () => Promise<unknown>): Promise<Rate> {
  let left = EXECUTIONS;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await run();
    }
  };
  const start = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  const { user, system } = process.cpuUsage(before);
  const transitions = EXECUTIONS * STATES.length;
  return {
    perSecond: (transitions * 1000) / (performance.now() - start),
    perProcessorSecond: (transitions * 1e6) / (user + system),
  };
}

async function measureReference(): Promise<Rate> {
  provideWithResolvers();
  const { StateMachine } = await import('aws-local-stepfunctions');
  const machine = new StateMachine(JSONPATH);
  const work: TaskHandler = async (event) => event;
  const taskResourceLocalHandlers = { First: work, Second: work, Third: work };
  return rate(() => machine.run({ n: 1 }, { overrides: { taskResourceLocalHandlers } }).result);
}

type TaskHandler = NonNullable<
  NonNullable<NonNullable<Parameters<StateMachine['run']>[1]>['overrides']>['taskResourceLocalHandlers']
>[string];

/** What the package needs of Node 22, for the Node 20 that this one runs on too. */
function provideWithResolvers(): void {
  if ('withResolvers' in Promise) return;
  Object.assign(Promise, {
    withResolvers<T>() {
      let resolve: (value: T | PromiseLike<T>) => void = () => undefined;
      let reject: (reason?: unknown) => void = () => undefined;
      const promise = new Promise<T>((res, rej) => {
        resolve = res;
        reject = rej;
      });
      return { promise, resolve, reject };
    },
  });
}

async function measureInterpreter(folder: LineFolder): Promise<Rate> {
  const ends = new Map<string, () => void>();
  const { interpreter, call, clock } = await open(folder, (arn) => ends.get(arn)?.());
  const { stateMachineArn } = await call('CreateStateMachine', machine('work', JSONATA));
  let count = 0;
  const result = await rate(async () => {
    count += 1;
    const name = `run-${count}`;
    const executionArn = `${stateMachineArn?.replace(':stateMachine:', ':execution:')}:${name}`;
    const ended = new Promise<void>((resolve) => ends.set(executionArn, resolve));
    await call('StartExecution', { stateMachineArn, name, input: '{"n":1}' });
    await ended;
    ends.delete(executionArn);
  });
  clock.stop();
  await interpreter.close();
  return result;
}

const answer = z.object({ stateMachineArn: z.string().optional(), message: z.string().optional() });

/** An interpreter whose one function answers at once. */
async function open(folder: LineFolder, ended?: (executionArn: string) => void) {
  const activity = new Activity();
  const clock = new RealClock(activity);
  const interpreter = new Interpreter({
    clock,
    activity,
    folder,
    region: 'eu-west-3',
    accountId: '123456789012',
    lambda: async ({ payload }) => ({ payload }),
    ...(ended === undefined
      ? {}
      : { onStatusChange: ({ status, executionArn }) => (status === 'RUNNING' ? undefined : ended(executionArn)) }),
  });
  interpreter.open();
  const call = async (action: string, body: object) => {
    const headers = { 'x-amz-target': `AWSStepFunctions.${action}` };
    const { status, body: text } = await interpreter.handle({ headers, body: JSON.stringify(body) });
    const { stateMachineArn, message } = answer.parse(JSON.parse(text));
    if (status !== 200) throw new Error(message);
    return { stateMachineArn };
  };
  return { interpreter, activity, clock, call };
}

const machine = (name: string, definition: object) => ({
  name,
  roleArn: 'role',
  definition: JSON.stringify(definition),
});

const childResult = z.object({ waitingMemory: z.number(), restart: z.number() });

/** Runs a part of the measure in a process of its own, so that its memory is its own. */
async function inChild(part: string, folder: string): Promise<z.infer<typeof childResult>> {
  const args = ['--no-warnings', '--import', 'tsx', fileURLToPath(import.meta.url), part, folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => {
    output += text;
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return childResult.parse(JSON.parse(output));
}

async function fill(folder: string): Promise<z.infer<typeof childResult>> {
  const { call, activity, clock, interpreter } = await open(new FileFolder(folder));
  const { stateMachineArn } = await call('CreateStateMachine', machine('wait', WAIT));
  const input = JSON.stringify({ application: 'x'.repeat(500) });
  for (let started = 0; started < WAITING; started += AT_A_TIME) {
    await Promise.all(Array.from({ length: AT_A_TIME }, () => call('StartExecution', { stateMachineArn, input })));
  }
  await activity.idle();
  clock.stop();
  await interpreter.close();
  return { waitingMemory: process.memoryUsage().rss, restart: 0 };
}

async function restart(folder: string): Promise<z.infer<typeof childResult>> {
  const start = performance.now();
  const { activity, clock } = await open(new FileFolder(folder));
  const taken = performance.now() - start;
  await activity.idle();
  clock.stop();
  return { waitingMemory: process.memoryUsage().rss, restart: taken };
}

const [, script, part, folder = ''] = process.argv;
if (script === fileURLToPath(import.meta.url) && part !== undefined) {
  console.log(JSON.stringify(await (part === 'fill' ? fill(folder) : restart(folder))));
  process.exit(0);
}
