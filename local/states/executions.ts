import { randomInt, randomUUID } from 'node:crypto';
import { Announcer } from './announcer.ts';
import { type ExecutionArn, executionArn } from './api/arn.ts';
import { inBackground } from './background.ts';
import { Dispatcher } from './dispatcher.ts';
import { type EndedEntry, parseEntry, type StartedEntry } from './engine/effect.ts';
import type { HistoryEvent } from './engine/history.ts';
import { type Command, EVENT_LIMIT } from './engine/run.ts';
import { Execution, type ExecutionHost, replayHistory } from './execution.ts';
import { type ExecutionQuery, type ExecutionRecord, type JournalStore, listPosition } from './journal/journal-store.ts';
import { parseJson } from './json.ts';
import type { Machines } from './machines.ts';
import { Nesting } from './nesting.ts';
import type { StatesOptions } from './ports.ts';
import { executionAlreadyExists, executionDoesNotExist, ServiceError } from './service-error.ts';

const DAY = 86_400_000;
/** How long finished executions are kept, in milliseconds (as on AWS). */
const RETENTION = 90 * DAY;
/** How long after its end an execution can be redriven, in milliseconds (AWS quota). */
const REDRIVABLE = 14 * DAY;

/** What is known of an execution, live or finished. */
export interface ExecutionView {
  readonly record: ExecutionRecord;
  readonly start: StartedEntry;
  readonly ending: EndedEntry;
}

export interface Launch {
  readonly stateMachineArn: string;
  readonly name?: string | undefined;
  readonly input: string;
  /** The task that asks for it. */
  readonly parent?: string | undefined;
  /** True if an execution of that name may exist. */
  readonly unique: boolean;
}

/** Every execution of the interpreter: starts, ends, redrives, nested ones, and their lives across restarts. */
export class Executions implements ExecutionHost {
  readonly journal: JournalStore;
  readonly dispatcher: Dispatcher;
  readonly #announcer: Announcer;
  readonly #nesting: Nesting;
  readonly #options: StatesOptions;
  readonly #machines: Machines;
  readonly #live = new Map<string, Execution>();
  readonly #starting = new Map<string, Promise<Execution>>();
  #expiring = 0;

  constructor(options: StatesOptions, machines: Machines) {
    this.#options = options;
    this.#machines = machines;
    this.journal = options.journal;
    this.#announcer = new Announcer(options);
    this.#nesting = new Nesting(this);
    this.dispatcher = new Dispatcher(options, this.#nesting);
  }

  /** Takes up every execution where its journal ends. */
  async open(): Promise<void> {
    for await (const { executionArn, entries } of this.journal.live()) {
      // biome-ignore lint/complexity/useIndexOf: indexOf passes over holes, and holes are what is looked for
      const gap = entries.findIndex((entry) => entry === undefined);
      const first = gap === -1 ? parseEntry(entries[0] ?? '') : undefined;
      if (first?.type !== 'started') throw new Error(`The journal of ${executionArn} has a gap at ${gap}`);
      const context = await this.#machines.context(first.stateMachineArn, first.revisionId);
      const execution = new Execution(this, context, first, [...entries]);
      await execution.replay();
      this.#live.set(executionArn, execution);
    }
    // Only once all are there: some wait for others.
    for (const execution of [...this.#live.values()]) {
      if (!execution.told) this.#announcer.announce(execution, 'RUNNING');
      inBackground(this.#options.activity, execution.resume());
    }
    await this.#expire();
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await Promise.all([...this.#live.values()].map((execution) => execution.settled));
    await this.journal.close();
  }

  live(executionArn: string): Execution | undefined {
    return this.#live.get(executionArn);
  }

  /** The same, or the one that is just being started. */
  async arriving(executionArn: string): Promise<Execution | undefined> {
    return this.#live.get(executionArn) ?? this.#starting.get(executionArn);
  }

  /** Executions of a machine, latest start first: those that are live from memory, the others from the journal. */
  async list(query: ExecutionQuery): Promise<ExecutionRecord[]> {
    const live = [...this.#live.values()]
      .map(({ summary }) => summary)
      .filter(({ stateMachineArn }) => stateMachineArn === query.stateMachineArn)
      .filter(({ status }) => query.status === undefined || status === query.status)
      .filter((record) => query.after === undefined || listPosition(record) < query.after);
    const finished = (await this.journal.list(query)).filter(({ executionArn }) => !this.#live.has(executionArn));
    return [...live, ...finished].sort((a, b) => (listPosition(a) < listPosition(b) ? 1 : -1)).slice(0, query.limit);
  }

  /** Executions of a machine that run. */
  running(stateMachineArn: string): Execution[] {
    return [...this.#live.values()].filter(
      ({ start, run }) => start.stateMachineArn === stateMachineArn && run.status === 'RUNNING',
    );
  }

  /** Starts an execution, or gives the running one of the same name and input. @throws ServiceError */
  async launch(launch: Launch): Promise<Execution> {
    checkJson(launch.input);
    const arn = executionArn(launch.stateMachineArn, launch.name ?? randomUUID());
    const known = this.#live.get(arn.text) ?? (await this.#starting.get(arn.text));
    if (known !== undefined) return this.#again(known, launch);
    const starting = this.#create(arn, launch);
    this.#starting.set(arn.text, starting);
    try {
      return await this.#options.activity.track(starting);
    } finally {
      this.#starting.delete(arn.text);
    }
  }

  async #create(arn: ExecutionArn, launch: Launch): Promise<Execution> {
    const { stateMachineArn, revisionId } = this.#machines.get(launch.stateMachineArn);
    const start: StartedEntry = {
      type: 'started',
      at: this.#options.clock.now(),
      executionArn: arn.text,
      stateMachineArn,
      revisionId,
      name: arn.name,
      input: launch.input,
      seed: randomInt(2 ** 47),
      parent: launch.parent ?? null,
    };
    const line = JSON.stringify(start);
    const execution = new Execution(this, await this.#machines.context(stateMachineArn, revisionId), start, [line]);
    if (launch.unique && (await this.journal.isFinished(arn.text))) throw executionAlreadyExists(arn.text);
    await this.journal.append(arn.text, 0, line);
    this.#live.set(arn.text, execution);
    this.#announcer.announce(execution, 'RUNNING');
    inBackground(this.#options.activity, execution.begin(start));
    if (start.at >= this.#expiring) inBackground(this.#options.activity, this.#expire());
    return execution;
  }

  #again(known: Execution, launch: Launch): Execution {
    const same = launch.parent !== undefined && launch.parent === known.parent;
    const running = known.run.status === 'RUNNING' && known.start.input === launch.input;
    if (same || running) return known;
    throw executionAlreadyExists(known.start.executionArn);
  }

  /** Ends a running execution; one that has ended stays as it is. */
  async stop(execution: Execution, error: string | null, cause: string | null): Promise<void> {
    if (execution.run.status !== 'RUNNING') return;
    const at = this.#options.clock.now();
    await this.#options.activity.track(execution.record({ type: 'stopped', at, error, cause }));
  }

  /** @throws ServiceError `ExecutionDoesNotExist` */
  async view(executionArn: string): Promise<ExecutionView> {
    const live = this.#live.get(executionArn);
    if (live !== undefined) return { record: live.summary, start: live.start, ending: live.ending };
    const { record, entries } = await this.#finished(executionArn);
    const start = parseEntry(entries[0] ?? '');
    const ending = parseEntry(entries.at(-1) ?? '');
    if (start.type !== 'started' || ending.type !== 'ended') throw executionDoesNotExist(executionArn);
    return { record, start, ending };
  }

  /** @throws ServiceError `ExecutionDoesNotExist` */
  async history(executionArn: string): Promise<HistoryEvent[]> {
    const live = this.#live.get(executionArn);
    const lines = live?.lines.slice(0, live.applied) ?? (await this.#finished(executionArn)).entries;
    const { start } = await this.view(executionArn);
    return replayHistory(await this.#machines.context(start.stateMachineArn, start.revisionId), lines);
  }

  /** Why an execution cannot be redriven; undefined if it can. */
  notRedrivable({ record, ending }: ExecutionView): string | undefined {
    if (record.status === 'RUNNING') return 'Execution is RUNNING and cannot be redriven';
    if (record.status === 'SUCCEEDED') return 'Execution is SUCCEEDED and cannot be redriven';
    if (ending.events >= EVENT_LIMIT - 1) return 'Execution history event limit exceeded';
    const age = this.#options.clock.now() - (record.stopDate ?? 0);
    return age > REDRIVABLE ? 'Execution has exceeded the redrivable period' : undefined;
  }

  /** Goes on with a failed, stopped or timed out execution from where it ended. @throws ServiceError */
  async redrive(executionArn: string, parent: string | null): Promise<Execution> {
    const ending = this.#live.get(executionArn);
    if (ending !== undefined && ending.run.status !== 'RUNNING') await ending.concluded();
    const refusal = this.notRedrivable(await this.view(executionArn));
    if (refusal !== undefined) throw new ServiceError('ExecutionNotRedrivable', refusal);
    const reviving = this.#starting.get(executionArn) ?? this.#revive(executionArn, parent);
    this.#starting.set(executionArn, reviving);
    try {
      return await this.#options.activity.track(reviving);
    } finally {
      this.#starting.delete(executionArn);
    }
  }

  async #revive(executionArn: string, parent: string | null): Promise<Execution> {
    const { entries: lines } = await this.#finished(executionArn);
    const { start } = await this.view(executionArn);
    const context = await this.#machines.context(start.stateMachineArn, start.revisionId);
    const execution = new Execution(this, context, start, lines);
    await execution.replay();
    execution.run.commands = [];
    const at = this.#options.clock.now();
    const entry = { type: 'redriven', at, parent } as const;
    lines.push(JSON.stringify(entry));
    await this.journal.reopen(executionArn, lines);
    Object.assign(execution, { parent, told: false });
    this.#live.set(executionArn, execution);
    const begun = this.#options.activity.track(execution.begin(entry));
    this.#announcer.announce(execution, 'RUNNING');
    await begun;
    return execution;
  }

  dispatch(execution: Execution, command: Command): void {
    this.dispatcher.dispatch(execution, command);
  }

  /** Tells whoever waits for it, and the rules, then compacts the journal. */
  async ended(execution: Execution): Promise<void> {
    await Promise.all(execution.closing.splice(0));
    for (const told of this.#nesting.tellWaiters(this.dispatcher, execution))
      inBackground(this.#options.activity, told);
    this.#announcer.announce(execution, execution.run.status);
    // Not awaited here: whoever is told may be slow, or ask for something else of this execution.
    execution.announcing = execution.announcing.then(() => this.#options.activity.track(this.#compact(execution)));
  }

  async #compact(execution: Execution): Promise<void> {
    execution.lines.push(JSON.stringify(execution.ending));
    await this.journal.finish(execution.summary, execution.lines);
    this.#live.delete(execution.start.executionArn);
  }

  async #finished(executionArn: string): Promise<{ record: ExecutionRecord; entries: string[] }> {
    const finished = await this.journal.finished(executionArn);
    if (finished === undefined) throw executionDoesNotExist(executionArn);
    return finished;
  }

  /** Forgets what is old, once a day that something is started: no timer, so that a simulated clock is not held up. */
  async #expire(): Promise<void> {
    const now = this.#options.clock.now();
    if (now < this.#expiring) return;
    this.#expiring = now + DAY;
    await this.journal.expire(now - RETENTION);
  }
}

/** @throws ServiceError `InvalidExecutionInput` */
function checkJson(input: string): void {
  try {
    parseJson(input);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`);
  }
}
