import { dirname } from 'node:path';
import type { RouteName } from '../../domain/contract/routes.ts';
import type { ScheduleName } from '../../domain/schedule/schedules.ts';
import { SCHEDULED, WORKFLOWS } from '../../infra/entries.ts';
import { Activity } from '../../local/clock/activity.ts';
import type { Clock } from '../../local/clock/clock.ts';
import { DataFolder } from '../../local/data-folder/data-folder.ts';
import { FileFolder } from '../../local/data-folder/line-folder.ts';
import { startDynoxide } from '../../local/dynamodb/dynoxide.ts';
import { type LocalRegister, startLocalRegister } from '../../local/register/server.ts';
import { Closing } from '../../local/runtime/closing.ts';
import { openClock } from '../../local/runtime/kept-clock.ts';
import { provideStateMachines } from '../../local/runtime/state-machines.ts';
import { Interpreter } from '../../local/states/interpreter.ts';
import type { StateMachine } from '../../local/template/state-machine.ts';
import { ACCOUNT, functionArn, HOSTS, machineArn, REGION, ROLE } from './addresses.ts';
import { type CallOptions, eventOf, type Reply, replyOf } from './calls.ts';
import { Functions, type Handlers } from './functions.ts';
import { answerAt, textOf } from './last-hop.ts';
import { type Mail, Mails } from './mails.ts';
import { Schedules } from './schedules.ts';
import { provideTable } from './table.ts';
import { connectTable, disconnectTable } from './table-client.ts';

/** The product in one process: its functions and workflows, a table, a clock that moves when it is told to. */
export type World = {
  folder: DataFolder;
  clock: Clock;
  register: LocalRegister;
  mails: Mails;
  /** ISO 8601 instant it is. */
  now(): string;
  /** Calls the API, as a company or a member of staff does. */
  call(name: RouteName, options: CallOptions): Promise<Reply>;
  /** Lets what waits go on, and schedules run. */
  begin(): Promise<void>;
  /** Moves the clock there, everything on the way done. @param instant epoch milliseconds */
  advanceTo(instant: number): Promise<void>;
  close(): Promise<void>;
};

type Options = {
  /** Folder that holds everything; what is in it goes on. */
  data: string;
  /** Instant it begins at, in epoch milliseconds, when the folder is new. */
  start: number;
  handlers: Handlers;
  onMail: (mail: Mail) => void;
  /** Told of what should not happen: a workflow that failed, a job that threw. */
  onTrouble: (trouble: string) => void;
};

/** Opens it. */
export const openWorld = async ({ data, start, handlers, onMail, onTrouble }: Options): Promise<World> => {
  const closing = new Closing();
  const folder = await DataFolder.take(data);
  closing.add('data folder', () => folder.release());
  const database = await startDynoxide(folder, (reason) => {
    throw new Error(reason);
  });
  closing.add('database', () => database.stop());
  connectTable(database.endpoint);
  closing.add('connections', disconnectTable);
  await provideTable();
  const register = await startLocalRegister();
  closing.add('register', () => register.close());
  process.env.REGISTER_URL = register.url;

  const activity = new Activity();
  const clock = openClock(folder, activity, start);
  const simulated = clock.simulated;
  if (simulated === null) throw new Error('A year is played on a simulated clock.');
  closing.add('clock', () => clock.stop());
  const now = () => new Date(clock.now()).toISOString();
  const functions = new Functions(handlers);
  const mails = new Mails(folder.file('mails.jsonl'), now, onMail);

  const run = (name: ScheduleName, time: string): Promise<void> =>
    functions.run(SCHEDULED[name], { time }).then(
      () => undefined,
      (error: unknown) => onTrouble(`${name}: ${String(error)}`),
    );
  const schedules = new Schedules(folder.file('schedules.json'), { clock, run });

  const states = new Interpreter({
    clock,
    activity,
    folder: new FileFolder(dirname(folder.file('executions', 'log.jsonl'))),
    lambda: (call) => {
      schedules.worked();
      return functions.invoke(call);
    },
    region: REGION,
    accountId: ACCOUNT,
    onStatusChange: ({ executionArn, status, error, cause }) => {
      if (status === 'RUNNING' || status === 'SUCCEEDED') return;
      onTrouble(`${executionArn} ${status}: ${error ?? ''} ${cause ?? ''}`);
    },
  });
  closing.add('state machines', () => states.close());

  answerAt(HOSTS.mail, (call) => mails.send(call));
  answerAt(HOSTS.states, (call) => states.handle({ headers: call.headers, body: textOf(call) }));

  return {
    folder,
    clock,
    register,
    mails,
    now,
    call: (name, options) => {
      schedules.worked();
      return activity.track(functions.run(name, eventOf(name, options, now())).then(replyOf));
    },
    begin: async () => {
      states.open();
      await provideStateMachines(states, machines());
      schedules.start();
    },
    advanceTo: (instant) => simulated.advanceTo(instant),
    close: () => closing.run((name, error) => console.error(`${name}:`, error)),
  };
};

/** The state machines as the stacks define them, their placeholders replaced. */
const machines = (): StateMachine[] =>
  Object.values(WORKFLOWS).map(({ name, definition }) => ({
    name,
    arn: machineArn(name),
    roleArn: ROLE,
    type: 'STANDARD',
    definition: JSON.stringify(definition).replace(/\$\{(\w+)\}/g, (_, placeholder: string) => {
      const nested = Object.entries(WORKFLOWS).find(([key]) => key === placeholder)?.[1];
      return nested === undefined ? functionArn(placeholder) : machineArn(nested.name);
    }),
  }));
