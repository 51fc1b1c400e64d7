import * as z from 'zod';
import { Alarms } from '../clock/alarms.ts';
import { insist } from '../clock/insist.ts';
import { ServiceError } from '../http/aws-json.ts';
import { jsonProblem } from '../jsonata/json.ts';
import type { LambdaInvoker } from '../lambda/call.ts';
import { executionArn } from './api/members.ts';
import type { Pending, TaskEffect } from './engine/effect.ts';
import { DATA_LIMIT, StateError } from './engine/errors.ts';
import { Run, type RunContext } from './engine/run.ts';
import type { Interpreter } from './interpreter.ts';
import type { InvokeArguments, StartArguments } from './language/definition.ts';
import { type Ending, type Entry, type Outcome, RUNNING, type StartedEntry } from './records.ts';

/** The longest cause, in characters (AWS quota). */
const CAUSE = 32_768;

/** A live execution: the run that its journal makes, what it asks of the world, and what the world is told of it. */
export class Execution extends Run {
  /** Resolves when the start, or the redrive, is durable. */
  begun: Promise<unknown> = Promise.resolve();
  /** Once it has ended: resolves when that has been told, and the journal archived. */
  concluded: Promise<void> | undefined;
  /** True once it has been told that the execution runs. */
  #told = false;
  /** The telling of the changes of status, one after the other. */
  #announcing: Promise<void> = Promise.resolve();
  /** The tasks of others that wait for its end. */
  readonly #waiters: (() => void)[] = [];
  /** Nested executions being stopped. */
  readonly #closing: Promise<void>[] = [];

  constructor(
    context: RunContext,
    start: StartedEntry,
    private readonly states: Interpreter,
  ) {
    super(context, start);
  }

  override apply(entry: Entry): void {
    if (entry.type === 'outcome') this.#told ||= entry.told ?? false;
    if (entry.type === 'redriven') this.#told = false;
    super.apply(entry);
  }

  /** Goes on after a restart, from where its journal ends. */
  takeUp(): void {
    if (!this.#told) this.#announce(RUNNING);
    // What was under way is asked for again; what was being cancelled, cancelled again.
    this.asked = this.asked.filter(({ id, cancelled }) => cancelled || this.pending.has(id));
    this.#carryOut();
    if (!this.running) this.#end();
  }

  /** Begins, or goes on, with an entry that is on its way to the journal. */
  goOn(entry: Entry, durable: Promise<unknown>): Promise<unknown> {
    this.asked = [];
    this.begun = this.#whenDurable(durable, () => {
      this.#announce(RUNNING);
      this.#act(entry);
    });
    return this.begun;
  }

  /** Ends it, if it runs. */
  async stop(error: string | null, cause: string | null): Promise<void> {
    if (this.running) await this.#record({ type: 'stopped', at: this.#clock.now(), error, cause });
  }

  /** Tells a task what came of it: resolves when that is durable and applied. Nothing, if it has already been told. */
  settle(id: string, outcome: Outcome): Promise<void> | undefined {
    const pending = this.pending.get(id);
    if (pending === undefined || pending.answered) return undefined;
    if (outcome.kind !== 'submitted') {
      pending.answered = true;
      pending.alarms?.clear();
    }
    return this.#record({ type: 'outcome', at: this.#clock.now(), effect: id, outcome, told: this.#told || undefined });
  }

  /** A task gives a sign of life: its next one is due within its `HeartbeatSeconds`. */
  heartbeat(id: string): void {
    const pending = this.pending.get(id);
    if (pending?.effect.kind !== 'task' || pending.effect.heartbeat === undefined) return;
    const at = this.#clock.now() + pending.effect.heartbeat;
    this.#timer(pending, 'heartbeat', at, { kind: 'timedOut', heartbeat: true });
  }

  get #clock() {
    return this.states.options.clock;
  }

  /** Writes an entry, then applies it, then acts upon it; resolves when all that is done. */
  #record(entry: Entry): Promise<void> {
    const durable = this.states.journal.append(this.start.executionArn, entry);
    return this.#whenDurable(durable, () => this.#act(entry));
  }

  /** Acts on what is written. What cannot be written ends the process, whoever else hears of it. */
  #whenDurable(durable: Promise<unknown>, act: () => void): Promise<void> {
    const done = durable.then(act);
    this.states.options.activity.detach(done);
    return done;
  }

  #act(entry: Entry): void {
    const { running } = this;
    this.apply(entry);
    this.#carryOut();
    if (running && !this.running) this.#end();
  }

  /** Sees to what has been asked for, and to what is no longer waited for. */
  #carryOut(): void {
    for (const pending of this.asked.splice(0)) {
      const { id, effect, cancelled } = pending;
      if (cancelled) {
        pending.alarms?.clear();
        if (effect.kind === 'task' && effect.pattern === 'sync') this.#closing.push(this.#stopNested(id, effect));
        continue;
      }
      const over: Outcome = effect.kind === 'timer' ? { kind: 'fired' } : { kind: 'timedOut', heartbeat: false };
      if (effect.deadline !== undefined) this.#timer(pending, 'end', effect.deadline, over);
      this.heartbeat(id);
      if (effect.kind === 'task') this.states.options.activity.detach(this.#perform(pending, effect));
    }
  }

  #timer(pending: Pending, what: 'end' | 'heartbeat', at: number, outcome: Outcome): void {
    pending.alarms ??= new Alarms(this.#clock);
    const eager = pending.effect.kind === 'timer' && pending.effect.eager;
    pending.alarms.set(what, at, () => this.settle(pending.id, outcome), { eager });
  }

  /** Asks for the work of a task, unless it has been accepted already, and tells the task what comes of it. */
  async #perform({ id, submitted }: Pending, effect: TaskEffect): Promise<void> {
    const { request, pattern } = effect;
    if (!submitted) {
      const { lambda } = this.states.options;
      const asked = 'FunctionName' in request ? invoke(request, lambda) : this.#startNested(id, request, effect);
      const answer = await asked;
      const kind = pattern === 'response' ? 'succeeded' : 'submitted';
      const settled = this.settle(id, typeof answer === 'string' ? { kind, output: answer } : answer);
      if (pattern !== 'sync' || typeof answer !== 'string') return;
      await settled;
    }
    if (pattern !== 'sync') return;
    const child = this.states.live.get(nestedArn(effect));
    if (child?.running) child.#waiters.push(() => this.settle(id, resultOf(child.ending)));
    else await this.settle(id, resultOf(await this.states.get(nestedArn(effect))));
  }

  /** Starts an execution, redrives it, or finds it as an earlier life of this process left it. */
  async #startNested(id: string, request: StartArguments, effect: TaskEffect): Promise<string | Outcome> {
    const { StateMachineArn: stateMachineArn, Name: name, Input } = request;
    const { states } = this;
    const arn = nestedArn(effect);
    const parent = this.#task(id);
    try {
      let begun = await states.find(arn);
      if (begun?.parent !== parent) {
        const input = typeof Input === 'string' ? Input : JSON.stringify(Input);
        const start = () => states.launch({ stateMachineArn, name, input, parent });
        begun = (await (effect.redrives === undefined ? start() : states.redrive(arn, parent))).ending;
      }
      return JSON.stringify({ ExecutionArn: arn, StartDate: begun.startDate });
    } catch (refusal) {
      if (!(refusal instanceof ServiceError)) throw refusal;
      const details = `Service: AWSStepFunctions; Status Code: 400; Error Code: ${refusal.name}`;
      return failed(`StepFunctions.${refusal.name}Exception`, `${refusal.message} (${details})`);
    }
  }

  /** Stops the nested execution of a task that no longer waits for it, unless another asked for it since. */
  async #stopNested(id: string, effect: TaskEffect): Promise<void> {
    const child = this.states.live.get(nestedArn(effect));
    await child?.begun;
    if (child?.ending.parent === this.#task(id)) await child.stop(null, null);
  }

  /** A task of its own, as executions name whoever asked for them. */
  #task(id: string): string {
    return `${this.start.executionArn}#${id}`;
  }

  #end(): void {
    this.concluded = this.#conclude();
    // Not counted as work under way: whoever is told may have to be told again later.
    this.states.options.activity.detach(this.concluded, false);
  }

  /** Tells whoever waits for its end, and the rules, then compacts the journal. */
  async #conclude(): Promise<void> {
    if (this.#closing.length > 0) await Promise.all(this.#closing.splice(0));
    for (const tell of this.#waiters.splice(0)) tell();
    this.#announce(this.ending);
    await this.#announcing;
    await this.states.archive(this);
  }

  /** Tells how it stands, or stood, after what is still to be told; again later if that is refused. */
  #announce(standing: Partial<Ending>): void {
    const { options } = this.states;
    const change = { ...this.ending, ...standing };
    const { executionArn, status } = change;
    this.#announcing = this.#announcing
      .then(() => insist(() => options.onStatusChange?.(change), `The change of ${executionArn} to ${status}`, options))
      .then(() => {
        this.#told = true;
      });
  }
}

/** The execution that a task starts, or has started. */
function nestedArn({ request, redrives }: TaskEffect): string {
  return redrives ?? ('Name' in request ? executionArn(request.StateMachineArn, request.Name) : '');
}

function failed(error: string | null, cause: string | null): Outcome {
  return { kind: 'failed', error, cause: cause?.slice(0, CAUSE) ?? null };
}

/** Invokes a function: its answer as JSON, or how it failed. */
async function invoke(request: InvokeArguments, lambda: LambdaInvoker): Promise<string | Outcome> {
  const { FunctionName, Payload, InvocationType: invocationType, Qualifier } = request;
  const functionArn = Qualifier === undefined ? FunctionName : `${FunctionName}:${Qualifier}`;
  try {
    const { functionError, payload } = await lambda({ functionArn, payload: JSON.stringify(Payload), invocationType });
    if (functionError !== undefined) return failed(errorType(payload), payload);
    if (Buffer.byteLength(payload) <= DATA_LIMIT) return payload || 'null';
    const { error, cause } = StateError.tooLarge('lambda');
    return failed(error, cause);
  } catch (refusal) {
    // The service refused the call: the name of its exception is the error, `Lambda.` before it.
    const { name, message } = refusal instanceof Error ? refusal : { name: 'Unknown', message: String(refusal) };
    return failed(name.startsWith('Lambda.') ? name : `Lambda.${name}`, message);
  }
}

/** The type of the error that a function failed with, if it says one. */
function errorType(payload: string): string {
  const said: unknown = jsonProblem(payload) === undefined ? JSON.parse(payload) : undefined;
  return z.object({ errorType: z.string() }).safeParse(said).data?.errorType ?? 'Lambda.Unknown';
}

/** What a task that waited for an execution has for result: its description, with input and output as JSON. */
function resultOf({ executionArn, stateMachineArn, name, input, startDate, stopDate, ...ending }: Ending): Outcome {
  const { status, output, error, cause } = ending;
  const details = { Included: true };
  const named = { ExecutionArn: executionArn, StateMachineArn: stateMachineArn, Name: name, Status: status };
  const given = { Input: JSON.parse(input), InputDetails: details, StartDate: startDate, StopDate: stopDate };
  if (output === null)
    return failed('States.TaskFailed', JSON.stringify({ ...named, ...given, Error: error, Cause: cause }));
  const made = { Output: JSON.parse(output), OutputDetails: details };
  return { kind: 'succeeded', output: JSON.stringify({ ...named, ...given, ...made }) };
}
