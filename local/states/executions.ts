import { randomInt, randomUUID } from 'node:crypto';
import { ServiceError } from '../http/aws-json.ts';
import { checkName, executionArn } from './api/arn.ts';
import type { HistoryEvent } from './engine/history.ts';
import { EVENT_LIMIT, type RunContext } from './engine/run.ts';
import { Execution, replay, replayHistory } from './execution.ts';
import type { Journal } from './journal/journal.ts';
import {
  type Ending,
  type Entry,
  listPosition,
  type MachineRecord,
  parseStart,
  type StartedEntry,
} from './journal/records.ts';
import { DATA_LIMIT, jsonProblem } from './json.ts';
import { readMachine } from './language/validate.ts';
import type { StatesOptions, StatusChange } from './ports.ts';
import { Tasks } from './tasks.ts';

const DAY = 86_400_000;
/** How long finished executions are kept, in milliseconds (as on AWS). */
const RETENTION = 90 * DAY;
/** How long after its end an execution can be redriven, in milliseconds (AWS quota). */
const REDRIVABLE = 14 * DAY;

/** How long to wait before a change of status that was refused is told again, in milliseconds. */
const AGAIN = 10_000;

type Standing = Pick<Ending, 'status' | 'stopDate' | 'output' | 'error' | 'cause'>;
const RUNNING: Standing = { status: 'RUNNING', stopDate: null, output: null, error: null, cause: null };

/** What is known of an execution, live or finished. */
export interface View {
  readonly start: StartedEntry;
  readonly ending: Ending;
}

/** `parent`: the task that asks for it. */
type Launch = { stateMachineArn: string; name?: string | undefined; input: string; parent?: string };

/** Every execution: starts, ends, redrives, and their lives across restarts. */
export class Executions {
  readonly tasks: Tasks;
  readonly #options: StatesOptions;
  readonly #journal: Journal;
  readonly #contexts = new Map<string, RunContext>();
  readonly #live = new Map<string, Execution>();
  #expiring = 0;

  constructor(options: StatesOptions, journal: Journal) {
    this.#options = options;
    this.#journal = journal;
    this.tasks = new Tasks(options, this);
  }

  /** Takes up every execution where its journal ends. */
  open(): void {
    for (const [executionArn, entries] of this.#journal.live()) {
      this.#live.set(executionArn, replay(this.#contextOf(entries), entries));
    }
    // Only once all are there: some wait for others.
    for (const execution of [...this.#live.values()]) {
      if (!execution.told) this.#announce(execution, RUNNING);
      // What was under way is asked for again; what was being cancelled, cancelled again.
      for (const pending of execution.asked.splice(0))
        if (pending.cancelled || execution.pending.has(pending.id)) this.tasks.carryOut(execution, pending);
      if (!execution.running) this.#end(execution);
    }
    this.#expire();
  }

  /** A machine as it stands, or as it was at a revision. @throws ServiceError `StateMachineDoesNotExist` */
  machine(stateMachineArn: string, revisionId?: string): MachineRecord {
    const machine = this.#journal.machine(stateMachineArn, revisionId);
    if (machine !== undefined) return machine;
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
  }

  live(executionArn: string): Execution | undefined {
    return this.#live.get(executionArn);
  }

  /** Executions of a machine that run. */
  running(stateMachineArn: string): Execution[] {
    return [...this.#live.values()].filter(
      ({ start, running }) => start.stateMachineArn === stateMachineArn && running,
    );
  }

  /** Executions of a machine, latest start first: those after a position in the order of lists. */
  list(stateMachineArn: string, status: string | undefined, after: string | undefined): Ending[] {
    return [...this.#journal.summaries(), ...[...this.#live.values()].map(({ ending }) => ending)]
      .filter((listed) => listed.stateMachineArn === stateMachineArn)
      .filter((listed) => status === undefined || listed.status === status)
      .filter((listed) => after === undefined || listPosition(listed) < after)
      .sort((a, b) => (listPosition(a) < listPosition(b) ? 1 : -1));
  }

  /** Writes an entry, then applies it, then acts upon it; resolves when all that is done. */
  record(execution: Execution, entry: Entry): Promise<void> {
    const durable = this.#journal.append(execution.start.executionArn, entry);
    return this.#whenDurable(durable, () => this.#apply(execution, entry));
  }

  /** Starts an execution, or gives the running one of the same name and input. @throws ServiceError */
  async launch({ stateMachineArn, name = randomUUID(), input, parent = '' }: Launch): Promise<Execution> {
    checkName(name);
    const problem = jsonProblem(input);
    if (problem !== undefined)
      throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${problem}'`);
    if (Buffer.byteLength(input) > DATA_LIMIT)
      throw new ServiceError('ValidationException', `The input has more than ${DATA_LIMIT} bytes`);
    const arn = executionArn(stateMachineArn, name);
    const known = this.#live.get(arn);
    const same = known?.running && known.start.input === input;
    if (known !== undefined && (same || known.ending.parent === parent)) {
      await known.begun;
      return known;
    }
    const { revisionId } = this.machine(stateMachineArn);
    if (known !== undefined || this.#journal.isFinished(arn))
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const [type, at, seed, task] = ['started' as const, this.#options.clock.now(), randomInt(2 ** 47), parent || null];
    const start = { type, at, executionArn: arn, stateMachineArn, revisionId, name, input, seed, parent: task };
    const execution = new Execution(this.#context(stateMachineArn, revisionId), start);
    await this.#begin(execution, start, this.#journal.append(arn, start));
    this.#expire();
    return execution;
  }

  /** Ends a running execution; one that has ended stays as it is. */
  async stop(execution: Execution, error: string | null, cause: string | null): Promise<void> {
    if (!execution.running) return;
    const at = this.#options.clock.now();
    await this.record(execution, { type: 'stopped', at, error, cause });
  }

  async find(executionArn: string): Promise<View | undefined> {
    const live = this.#live.get(executionArn);
    if (live !== undefined) return live;
    const finished = await this.#journal.finished(executionArn);
    return finished && { start: parseStart(finished.entries[0]), ending: finished.ending };
  }

  /** @throws ServiceError `ExecutionDoesNotExist` */
  async view(executionArn: string): Promise<View> {
    const view = await this.find(executionArn);
    if (view !== undefined) return view;
    throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
  }

  /** @throws ServiceError `ExecutionDoesNotExist` */
  async history(executionArn: string): Promise<HistoryEvent[]> {
    const { ending } = await this.view(executionArn);
    const live = this.#journal.entries(executionArn).slice(0, ending.entries);
    const entries = live.length > 0 ? live : ((await this.#journal.finished(executionArn))?.entries ?? []);
    return replayHistory(this.#contextOf(entries), entries);
  }

  /** Why an execution cannot be redriven; undefined if it can. */
  notRedrivable({ status, events, stopDate }: Ending): string | undefined {
    if (status === 'RUNNING' || status === 'SUCCEEDED') return `Execution is ${status} and cannot be redriven`;
    if (events >= EVENT_LIMIT - 1) return 'Execution history event limit exceeded';
    const age = this.#options.clock.now() - (stopDate ?? 0);
    return age > REDRIVABLE ? 'Execution has exceeded the redrivable period' : undefined;
  }

  /** Goes on with a failed, stopped or timed out execution from where it ended. @throws ServiceError */
  async redrive(executionArn: string, parent: string | null): Promise<Execution> {
    const ending = this.#live.get(executionArn);
    await ending?.concluded;
    const refusal = this.notRedrivable((await this.view(executionArn)).ending);
    if (refusal !== undefined) throw new ServiceError('ExecutionNotRedrivable', refusal);
    const entries = (await this.#journal.finished(executionArn))?.entries;
    // Another redrive was quicker: what it made of the execution is what counts.
    if (entries === undefined || this.#live.has(executionArn)) return this.redrive(executionArn, parent);
    const execution = replay(this.#contextOf(entries), entries);
    execution.asked = [];
    const entry = { type: 'redriven', at: this.#options.clock.now(), parent } as const;
    await this.#begin(execution, entry, this.#journal.reopen(executionArn, entries, entry));
    return execution;
  }

  /** What an execution of a revision runs with. */
  #context(stateMachineArn: string, revisionId: string): RunContext {
    let context = this.#contexts.get(revisionId);
    if (context === undefined) {
      const { name, roleArn, definition } = this.machine(stateMachineArn, revisionId);
      const { region } = this.#options;
      context = { machine: readMachine(definition), machineName: name, roleArn, region };
      this.#contexts.set(revisionId, context);
    }
    return context;
  }

  #contextOf(entries: readonly string[]): RunContext {
    const { stateMachineArn, revisionId } = parseStart(entries[0]);
    return this.#context(stateMachineArn, revisionId);
  }

  /** An execution is live from now on; its first entry is applied once it is durable. */
  #begin(execution: Execution, entry: Entry, durable: Promise<unknown>): Promise<unknown> {
    this.#live.set(execution.start.executionArn, execution);
    execution.begun = this.#whenDurable(durable, () => {
      this.#announce(execution, RUNNING);
      this.#apply(execution, entry);
    });
    return execution.begun;
  }

  /** Acts on what is written. What cannot be written ends the process, whoever else hears of it. */
  #whenDurable(durable: Promise<unknown>, act: () => void): Promise<void> {
    const done = durable.then(act);
    this.#options.activity.detach(done);
    return done;
  }

  #apply(execution: Execution, entry: Entry): void {
    const { running } = execution;
    execution.apply(entry);
    for (const pending of execution.asked.splice(0)) this.tasks.carryOut(execution, pending);
    if (running && !execution.running) this.#end(execution);
  }

  #end(execution: Execution): void {
    execution.concluded = this.#conclude(execution);
    // Not counted as work under way: whoever is told may have to be told again later.
    this.#options.activity.detach(execution.concluded, false);
  }

  /** Tells whoever waits for it, and the rules, then compacts the journal. */
  async #conclude(execution: Execution): Promise<void> {
    if (execution.closing.length > 0) await Promise.all(execution.closing.splice(0));
    this.tasks.tellWaiters(execution);
    this.#announce(execution, execution.ending);
    await execution.announcing;
    const end = this.#options.activity.begin();
    await this.#journal.finish(execution.ending);
    this.#live.delete(execution.start.executionArn);
    end();
  }

  /** Tells how an execution stands, or stood, after what is still to be told; again later if that is refused. */
  #announce(execution: Execution, { status, stopDate, output, error, cause }: Standing): void {
    if (this.#options.onStatusChange === undefined) return;
    const { executionArn, stateMachineArn, name, at: startDate, input } = execution.start;
    const change = { executionArn, stateMachineArn, name, startDate, input, status, stopDate, output, error, cause };
    execution.announcing = this.#insist(execution, execution.announcing, change);
  }

  async #insist(execution: Execution, before: Promise<void>, change: StatusChange): Promise<void> {
    const { activity, clock, onStatusChange } = this.#options;
    await before;
    for (;;) {
      const end = activity.begin();
      try {
        await onStatusChange?.(change);
        execution.told = true;
        return;
      } catch (refusal) {
        const { executionArn, status } = change;
        console.error(`The change of ${executionArn} to ${status} was refused, and will be told again`, refusal);
      } finally {
        end();
      }
      await new Promise<void>((resolve) => clock.setTimer(clock.now() + AGAIN, resolve, { eager: true }));
    }
  }

  /** Forgets what is old, once a day that something is started: no timer, so that a simulated clock is not held up. */
  #expire(): void {
    const now = this.#options.clock.now();
    if (now < this.#expiring) return;
    this.#expiring = now + DAY;
    this.#options.activity.detach(this.#journal.expire(now - RETENTION));
  }
}
