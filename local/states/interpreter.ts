import { randomInt, randomUUID } from 'node:crypto';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import { Journals } from '../data-folder/journals.ts';
import type { LineFolder } from '../data-folder/line-folder.ts';
import { Versions } from '../data-folder/versions.ts';
import { type AwsJsonRequest, type AwsJsonResponse, answer, type Operation, ServiceError } from '../http/aws-json.ts';
import { jsonProblem } from '../jsonata/json.ts';
import type { LambdaInvoker } from '../lambda/call.ts';
import { checkName, executionArn } from './api/members.ts';
import { operationsOf } from './api/operations.ts';
import { DATA_LIMIT } from './engine/errors.ts';
import { EVENT_LIMIT, type HistoryEvent, Run, type RunContext } from './engine/run.ts';
import { Execution } from './execution.ts';
import { machineSchema } from './language/definition.ts';
import { type Ending, type Entry, executionJournal, machineVersions, startOf } from './records.ts';

const DAY = 86_400_000;
/** How long finished executions are kept, in milliseconds (as on AWS). */
const RETENTION = 90 * DAY;
/** How long after its end an execution can be redriven, in milliseconds (AWS quota). */
const REDRIVABLE = 14 * DAY;

/** What the interpreter needs of the world. */
export interface StatesOptions {
  readonly clock: Clock;
  readonly activity: Activity;
  /** Where the journals are kept. */
  readonly folder: LineFolder;
  readonly lambda: LambdaInvoker;
  readonly region: string;
  readonly accountId: string;
  /** Told of every change of status, in order, at least once: again later, or at the next start, until it accepts. */
  readonly onStatusChange?: (change: Readonly<Ending>) => void | Promise<void>;
}

/** `parent`: the task that asks for it. */
type Launch = { stateMachineArn: string; name?: string | undefined; input: string; parent?: string };

/** Step Functions on one machine: standard workflows in JSONata, durable in journals. */
export class Interpreter {
  /** Every call of the API that is supported, by its name. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly machines;
  readonly journal;
  /** The executions that run, or have not been told of, by ARN. */
  readonly live = new Map<string, Execution>();
  readonly #contexts = new Map<string, RunContext>();
  #expiring = 0;

  /** Reads what is kept. @throws StartError if it is damaged */
  constructor(readonly options: StatesOptions) {
    this.machines = new Versions(options.folder, 'machines.jsonl', machineVersions);
    this.journal = new Journals(options.folder, executionJournal);
    this.operations = operationsOf(this);
  }

  /** Takes up every execution where its journal ends. Requests are served from then on. */
  open(): void {
    for (const [executionArn, entries] of this.journal.live()) this.live.set(executionArn, this.#replay(entries));
    // Only once all are there: some wait for others.
    for (const execution of [...this.live.values()]) execution.takeUp();
    this.#expire();
  }

  /** Answers one call of the Step Functions API (`X-Amz-Target: AWSStepFunctions.*`). Never rejects. */
  handle(request: AwsJsonRequest): Promise<AwsJsonResponse> {
    return this.options.activity.track(answer('AWSStepFunctions', this.operations, request));
  }

  /** Waits for what is being written, and writes no more. Running executions go on at the next start. */
  async close(): Promise<void> {
    await Promise.all([this.journal.close(), this.machines.close()]);
  }

  /** A machine as it stands; or as it was at a revision, though it be deleted since. @throws ServiceError */
  machine(stateMachineArn: string, revisionId?: string) {
    const { machines } = this;
    const machine = revisionId === undefined ? machines.latest(stateMachineArn) : machines.version(revisionId);
    if (machine !== undefined) return machine;
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
  }

  /** The executions of a machine, as they stand. */
  of(stateMachineArn: string): Ending[] {
    const all = [...this.journal.summaries(), ...[...this.live.values()].map(({ ending }) => ending)];
    const each = new Map(all.map((ending) => [ending.executionArn, ending]));
    return [...each.values()].filter((ending) => ending.stateMachineArn === stateMachineArn);
  }

  /** Starts an execution, or gives the running one of the same name and input. @throws ServiceError */
  async launch({ stateMachineArn, name = randomUUID(), input, parent }: Launch): Promise<Execution> {
    checkName(name);
    const problem = jsonProblem(input);
    if (problem !== undefined)
      throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${problem}'`);
    if (Buffer.byteLength(input) > DATA_LIMIT)
      throw new ServiceError('ValidationException', `The input has more than ${DATA_LIMIT} bytes`);
    const arn = executionArn(stateMachineArn, name);
    const known = this.live.get(arn);
    if (known?.running && known.start.input === input) {
      await known.begun;
      return known;
    }
    const { revisionId } = this.machine(stateMachineArn);
    if (known !== undefined || this.journal.isFinished(arn))
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const identity = { executionArn: arn, stateMachineArn, revisionId, name, input, parent: parent ?? null };
    const start = { type: 'started', at: this.options.clock.now(), seed: randomInt(2 ** 47), ...identity } as const;
    const execution = new Execution(this.#context(start), start, this);
    this.live.set(arn, execution);
    await execution.goOn(start, this.journal.append(arn, start));
    this.#expire();
    return execution;
  }

  /** How an execution stands, or ended. */
  async find(executionArn: string): Promise<Ending | undefined> {
    return this.live.get(executionArn)?.ending ?? (await this.journal.finished(executionArn))?.summary;
  }

  /** @throws ServiceError `ExecutionDoesNotExist` */
  async get(executionArn: string): Promise<Ending> {
    const ending = await this.find(executionArn);
    if (ending !== undefined) return ending;
    throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
  }

  /** The history, which the journal makes anew. @throws ServiceError `ExecutionDoesNotExist` */
  async history(executionArn: string): Promise<HistoryEvent[]> {
    const { entries: applied } = await this.get(executionArn);
    const entries = (await this.journal.entries(executionArn)).slice(0, applied);
    const events: HistoryEvent[] = [];
    const start = startOf(entries);
    new Run({ ...this.#context(start), onEvent: (event) => events.push(event) }, start).replay(entries);
    return events;
  }

  /** Why an execution cannot be redriven; undefined if it can. */
  notRedrivable({ status, events, stopDate }: Ending): string | undefined {
    if (status === 'RUNNING' || status === 'SUCCEEDED') return `Execution is ${status} and cannot be redriven`;
    if (events >= EVENT_LIMIT - 1) return 'Execution history event limit exceeded';
    const age = this.options.clock.now() - (stopDate ?? 0);
    return age > REDRIVABLE ? 'Execution has exceeded the redrivable period' : undefined;
  }

  /** Goes on with a failed, stopped or timed out execution from where it ended. @throws ServiceError */
  async redrive(executionArn: string, parent: string | null): Promise<Execution> {
    await this.live.get(executionArn)?.concluded;
    const refusal = this.notRedrivable(await this.get(executionArn));
    if (refusal !== undefined) throw new ServiceError('ExecutionNotRedrivable', refusal);
    const entries = (await this.journal.finished(executionArn))?.entries;
    // Another redrive was quicker: what it made of the execution is what counts.
    if (entries === undefined || this.live.has(executionArn)) return this.redrive(executionArn, parent);
    const execution = this.#replay(entries);
    this.live.set(executionArn, execution);
    const entry = { type: 'redriven', at: this.options.clock.now(), parent } as const;
    await execution.goOn(entry, this.journal.reopen(executionArn, entries, entry));
    return execution;
  }

  /** Archives the journal of an execution that has ended. */
  async archive({ ending }: Execution): Promise<void> {
    const { executionArn, startDate, stopDate } = ending;
    await this.options.activity.track(this.journal.finish(executionArn, stopDate ?? startDate, ending));
    this.live.delete(executionArn);
  }

  /** What an execution of a revision runs with. */
  #context({ stateMachineArn, revisionId }: { stateMachineArn: string; revisionId: string }): RunContext {
    const known = this.#contexts.get(revisionId);
    if (known !== undefined) return known;
    const { name, roleArn, definition } = this.machine(stateMachineArn, revisionId);
    const context = {
      machine: machineSchema.parse(JSON.parse(definition)),
      machineName: name,
      roleArn,
      region: this.options.region,
    };
    this.#contexts.set(revisionId, context);
    return context;
  }

  #replay(entries: readonly Entry[]): Execution {
    const start = startOf(entries);
    return new Execution(this.#context(start), start, this).replay(entries);
  }

  /** Forgets what is old, once a day that something is started: no timer, so that a simulated clock is not held up. */
  #expire(): void {
    const now = this.options.clock.now();
    if (now < this.#expiring) return;
    this.#expiring = now + DAY;
    this.options.activity.detach(this.journal.expire(now - RETENTION));
  }
}
