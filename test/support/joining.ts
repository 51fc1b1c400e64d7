import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import * as z from 'zod';
import type { ApplicationForm } from '../../domain/application/form.ts';
import type { RouteName } from '../../domain/contract/routes.ts';
import type { WorkflowName } from '../../domain/workflow/execution.ts';
import { Activity } from '../../local/clock/activity.ts';
import { SimulatedClock } from '../../local/clock/simulated-clock.ts';
import { MemoryFolder } from '../../local/data-folder/line-folder.ts';
import type { LambdaAnswer, LambdaCall } from '../../local/lambda/call.ts';
import { type LocalRegister, startLocalRegister } from '../../local/register/server.ts';
import { Interpreter } from '../../local/states/interpreter.ts';
import { ANTENNA_ASSIGNMENT_TASKS, antennaAssignment } from '../../workflows/antenna-assignment.ts';
import type { TaskMap } from '../../workflows/asl.ts';
import { DUES_TASKS, dues } from '../../workflows/dues.ts';
import { HIGH_GROWTH_SCREENING_TASKS, highGrowthScreening } from '../../workflows/high-growth-screening.ts';
import {
  JOINING_TASKS,
  joining,
  LAUNCHED_SCREENING,
  NESTED_ANTENNA_ASSIGNMENT,
  NESTED_DUES,
} from '../../workflows/joining.ts';
import { RENEWAL_TASKS, renewal } from '../../workflows/renewal.ts';
import { CAMPAIGN_STARTS, RENEWAL_CAMPAIGN_TASKS, renewalCampaign } from '../../workflows/renewal-campaign.ts';
import { payInvoice } from './dues.ts';
import type { EventOptions } from './events.ts';
import { formOf } from './forms.ts';
import type { KeptTable } from './kept-table.ts';
import { type Submitted, startWorld, submit, tokenOf, type World } from './world.ts';

const REGION = 'eu-west-3';
const ACCOUNT = '000000000000';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/test`;
const machineArn = (name: string) => `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${name}`;
const TASKS: TaskMap = {
  ...JOINING_TASKS,
  ...ANTENNA_ASSIGNMENT_TASKS,
  ...DUES_TASKS,
  ...RENEWAL_TASKS,
  ...RENEWAL_CAMPAIGN_TASKS,
  ...HIGH_GROWTH_SCREENING_TASKS,
};
/** State machines that others start, by placeholder. */
const NESTED: Record<string, string> = {
  [NESTED_ANTENNA_ASSIGNMENT]: 'antenna-assignment',
  [NESTED_DUES]: 'dues',
  [CAMPAIGN_STARTS.renewal]: 'renewal',
  [CAMPAIGN_STARTS.campaign]: 'renewal-campaign',
  [LAUNCHED_SCREENING]: 'high-growth-screening',
};

type Reply = Awaited<ReturnType<World['call']>>;

/** The definition with its placeholders replaced, as the stacks do. */
const deployed = (definition: object): string =>
  JSON.stringify(definition).replace(/\$\{(\w+)\}/g, (_, name: string) =>
    NESTED[name] === undefined ? `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}` : machineArn(NESTED[name]),
  );

const Failure = z.object({ name: z.string(), message: z.string() });
const Tasks = z.array(z.looseObject({ taskId: z.string(), kind: z.string(), status: z.string() }));

/** The workflows on the interpreter, the real handlers as its functions, a real table, a clock that is told to move. */
export type Joining = {
  world: World;
  register: LocalRegister;
  /** ISO 8601 instant it is. */
  now(): string;
  /** Moves the clock, and waits until nothing is left to do. */
  advance(duration: { days?: number; minutes?: number }): Promise<void>;
  apply(form?: ApplicationForm): Promise<Submitted>;
  /** Calls the API now, and waits until the workflows have done what follows. */
  call(name: RouteName, options: EventOptions): Promise<Reply>;
  /** Runs the redelivery job now. */
  redeliver(): Promise<void>;
  /** The latest task of a kind. */
  task(one: Submitted, kind: string): Promise<{ taskId: string; status: string }>;
  /** Confirms the address through the link of the latest mail to it. */
  confirm(one: Submitted, address?: string): Promise<Reply>;
  /** Answers the latest task of a kind, for staff of these groups. */
  decide(one: Submitted, kind: string, body: Record<string, unknown>, groups?: string[]): Promise<Reply>;
  /** Answers the latest correction. */
  correct(one: Submitted, form: ApplicationForm): Promise<Reply>;
  /** Pays what is left of the first invoice of an application, or so many cents of it. @returns its number */
  pay(one: Submitted, cents?: number): Promise<string>;
  /** States entered by the executions of an application, in order, those of nested executions within; and how it ended. */
  path(one: Submitted, workflow?: WorkflowName): Promise<{ states: string[]; status: string }>;
  /** The same of the executions of a workflow whose names begin so, the oldest first. */
  pathOf(workflow: WorkflowName, name: string): Promise<{ states: string[]; status: string }>;
  /** Runs a job now, and waits until the workflows have done what follows. */
  job(entry: string, event?: Record<string, unknown>): Promise<void>;
  /** Every state on the paths that were asked for. */
  everEntered(): ReadonlySet<string>;
  /** Makes the next invocations of a function fail: `times` of them, with an error of this name. */
  break(functionName: string, errorName: string, times?: number): void;
  /** Keeps everything as it is now, the executions and the clock too; to be brought back as often as it takes. */
  keep(): Promise<KeptTable>;
  /** Does something just before the next invocation of a function. */
  before(functionName: string, act: () => Promise<unknown>): void;
  close(): Promise<void>;
};

/** Starts it all. @param start ISO 8601 instant the clock starts at */
export const startJoiningWorld = async (start: string): Promise<Joining> => {
  const activity = new Activity();
  let clock = new SimulatedClock(activity, Date.parse(start));
  const [world, register] = await Promise.all([startWorld(), startLocalRegister()]);
  const broken = new Map<string, { name: string; times: number }>();
  const seen = new Set<string>();
  const awaited = new Map<string, () => Promise<unknown>>();
  const now = () => new Date(clock.now()).toISOString();

  const lambda = async ({ functionArn, payload }: LambdaCall): Promise<LambdaAnswer> => {
    const functionName = functionArn.split(':').at(-1) ?? '';
    const act = awaited.get(functionName);
    awaited.delete(functionName);
    await act?.();
    const failing = broken.get(functionName);
    try {
      if (failing !== undefined && failing.times > 0) {
        failing.times -= 1;
        throw Object.assign(new Error('broken on purpose'), { name: failing.name });
      }
      const entry = TASKS[functionName]?.function;
      if (entry === undefined) throw new Error(`There is no function ${functionName}.`);
      return { payload: JSON.stringify(await world.task(entry, JSON.parse(payload))) };
    } catch (error) {
      const { name, message } = Failure.parse(error);
      return { functionError: 'Unhandled', payload: JSON.stringify({ errorType: name, errorMessage: message }) };
    }
  };
  let folder = new MemoryFolder();
  /** Takes up what the folder holds. */
  const open = (): Interpreter => {
    const opened = new Interpreter({
      clock,
      activity,
      lambda,
      region: REGION,
      accountId: ACCOUNT,
      folder,
      onStatusChange: async (change) => {
        const failed = ['FAILED', 'TIMED_OUT', 'ABORTED'].includes(change.status);
        const watched = ['joining', 'high-growth-screening'].map(machineArn);
        if (!failed || !watched.includes(change.stateMachineArn)) return;
        await world.job('applications/record-failure', { time: now(), detail: change });
      },
    });
    opened.open();
    return opened;
  };
  let interpreter = open();

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await interpreter.handle({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.AWS_ENDPOINT_URL_SFN = endpoint;
  process.env.JOINING_STATE_MACHINE_ARN = machineArn('joining');
  process.env.REGISTER_URL = register.url;
  const sfn = new SFNClient({ endpoint, region: REGION, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  for (const [name, definition] of Object.entries({
    'antenna-assignment': antennaAssignment,
    dues,
    'high-growth-screening': highGrowthScreening,
    joining,
    renewal,
    'renewal-campaign': renewalCampaign,
  })) {
    await sfn.send(new CreateStateMachineCommand({ name, definition: deployed(definition), roleArn: ROLE }));
  }

  const settled = async <T>(work: Promise<T>): Promise<T> => {
    const result = await activity.track(work);
    await clock.advance(0);
    return result;
  };
  const call = (name: RouteName, options: EventOptions) => settled(world.call(name, { now: now(), ...options }));
  const task = async ({ applicationId }: Submitted, kind: string) => {
    const { listTasks } = await import('../../functions/data/tasks.ts');
    const found = Tasks.parse(await listTasks(applicationId)).findLast((one) => one.kind === kind);
    if (found === undefined) throw new Error(`No ${kind} was asked for.`);
    return found;
  };
  /** Histories are kept for 90 days after the end. */
  const history = async (executionArn: string): Promise<HistoryEvent[]> => {
    try {
      const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
      return events;
    } catch (error) {
      if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return [];
      throw error;
    }
  };
  const entered = async (executionArn: string): Promise<string[]> => {
    const events = await history(executionArn);
    const states: string[] = [];
    for (const event of events) {
      const { name } = event.stateEnteredEventDetails ?? {};
      if (name !== undefined) {
        states.push(name);
        seen.add(name);
      }
      const nested = /"ExecutionArn":"([^"]+)"/.exec(event.taskSubmittedEventDetails?.output ?? '')?.[1];
      if (nested !== undefined) states.push(...(await entered(nested)));
    }
    return states;
  };

  const pathOf: Joining['pathOf'] = async (workflow, prefix) => {
    const { executions = [] } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn: machineArn(workflow), maxResults: 1000 }),
    );
    // An execution is forgotten 90 days after its end.
    const own = executions.filter(({ name }) => name?.startsWith(prefix)).reverse();
    const states: string[] = [];
    for (const { executionArn } of own) states.push(...(await entered(executionArn ?? '')));
    const last = await sfn.send(new DescribeExecutionCommand({ executionArn: own.at(-1)?.executionArn }));
    return { states, status: last.status ?? 'UNKNOWN' };
  };

  return {
    world,
    register,
    now,
    call,
    task,
    advance: ({ days = 0, minutes = 0 }) => clock.advance(days * 86_400_000 + minutes * 60_000),
    apply: (form = formOf()) => settled(submit(world, form, now())),
    redeliver: async () => {
      await settled(world.job('tasks/redeliver-answers', { time: now() }));
    },
    confirm: async (one, address = one.form.contact.email) => {
      const { taskId } = await task(one, 'confirm-email');
      const mail = world.mailsTo(address).findLast(({ template }) => template.startsWith('test-confirm-email'));
      return call('AnswerLinkTask', { params: { id: taskId }, link: tokenOf(mail?.data.link ?? ''), body: {} });
    },
    decide: async (one, kind, body, groups = ['admin']) => {
      const { taskId } = await task(one, kind);
      return call('AnswerStaffTask', { staff: groups, params: { id: taskId }, body });
    },
    correct: async (one, form) => {
      const { taskId } = await task(one, 'correct-application');
      return call('AnswerLinkTask', { params: { id: taskId }, link: one.link, body: { application: form } });
    },
    pay: async ({ applicationId }, cents) => {
      const { listReceivables } = await import('../../functions/data/receivables.ts');
      const [first] = await listReceivables(applicationId);
      if (first === undefined) throw new Error('Nothing was invoiced.');
      await settled(payInvoice(first.number, now(), cents));
      return first.number;
    },
    path: ({ applicationId }, workflow = 'joining') => pathOf(workflow, applicationId),
    pathOf,
    job: async (entry, event = {}) => {
      await settled(world.job(entry, { time: now(), ...event }));
    },
    everEntered: () => seen,
    keep: async () => {
      const [table, lines, at] = [await world.keep(), folder.copy(), clock.now()];
      return {
        bringBack: async () => {
          clock.stop();
          await interpreter.close();
          await table.bringBack();
          broken.clear();
          awaited.clear();
          clock = new SimulatedClock(activity, at);
          folder = lines.copy();
          interpreter = open();
          await clock.advance(0);
        },
        close: table.close,
      };
    },
    before: (functionName, act) => {
      awaited.set(functionName, act);
    },
    break: (functionName, name, times = Number.POSITIVE_INFINITY) => {
      broken.set(functionName, { name, times });
    },
    close: async () => {
      clock.stop();
      await interpreter.close();
      sfn.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await Promise.all([world.close(), register.close()]);
    },
  };
};
