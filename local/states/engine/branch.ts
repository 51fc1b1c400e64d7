import * as z from 'zod';
import { exceeds, type Json } from '../../jsonata/json.ts';
import { EvaluationError, evaluateTemplate, type Scope, typedValue } from '../../jsonata/template.ts';
import type { Catcher, Retrier, State, StatesBlock } from '../language/definition.ts';
import type { Outcome } from '../records.ts';
import type { Effect, Pending } from './effect.ts';
import { DATA_LIMIT, StateError } from './errors.ts';
import type { Fork } from './fork.ts';
import type { HistoryEvent, Run } from './run.ts';

/** Work that waits now and then: each `yield` gives up the turn, and gives what came of what is waited for. */
export type Routine<T> = Generator<void, T, Outcome | undefined>;

/** Where a state leads. */
export type Transition = { readonly output: Json; readonly next: string | undefined };

/** What a branch runs. `map`: that of the context object, if it is an iteration. */
export type Plan = { readonly block: StatesBlock; readonly input: Json; readonly map?: Json };

type Members = { readonly [key: string]: Json };
/** How a state may be left: what it has for it itself, a choice rule or a catcher. */
type Way = { Assign?: Members | undefined; Output?: Json | undefined; Next?: string | undefined };

/** One thread of states, the execution itself, a branch of a Parallel or an iteration of a Map; and its state of now. */
export class Branch implements Scope {
  /** Its variables; those of the scopes around it are reached through the prototype. */
  readonly variables: { [name: string]: Json };
  readonly map: Json | undefined;
  /** What the evaluation under way has for `$states` and for `Map`. */
  states: Members = {};
  #map: Json | undefined;
  routine: Routine<Json> | undefined;
  /** The id of its last event: the `previousEventId` of the next. */
  last = 0;
  /** The state it is in, its name, and what it was given. */
  state: State | undefined;
  name = '';
  input: Json = null;
  /** The branches that the state runs, or one before it has run. */
  inner: Fork | undefined;
  /** `$states.context.Task.Token`, in a task that waits for an answer. */
  token: string | undefined;
  /** The nested execution that the state has started, if it has. */
  nested: string | undefined;
  #retries = 0;
  #attempts: Map<Retrier, number> | undefined;
  #enteredAt = 0;
  #before = 0;
  #entered = 0;
  #abandoned = false;
  #sequence = 0;

  constructor(
    readonly run: Run,
    readonly plan: Plan,
    /** Where it is among the others: the ids of its effects begin with it. */
    readonly path = '',
    /** The Parallel or Map it belongs to, and its number there. */
    readonly fork?: Fork,
    readonly index = 0,
  ) {
    this.variables = Object.create(fork?.branch.variables ?? null);
    this.map = plan.map ?? fork?.branch.map;
  }

  /** Goes on until it waits again, or ends. */
  step(outcome: Outcome | undefined): void {
    const step = this.routine?.next(outcome);
    if (!step?.done) return;
    if (this.fork !== undefined) this.fork.ended(this, 'Succeeded', step.value);
    else this.run.end('SUCCEEDED', this.last, { output: JSON.stringify(step.value) });
  }

  /** Enters a state. */
  enter(name: string, input: Json): State {
    const state = this.plan.block.States[name];
    // Definitions are checked when machines are made: every name leads to a state.
    if (state === undefined) throw new Error(`There is no state ${name}`);
    this.name = name;
    this.state = state;
    this.input = input;
    this.token = undefined;
    this.nested = undefined;
    this.#enteredAt = this.run.now;
    this.#before = this.last;
    this.#entered = this.emit(`${state.Type}StateEntered`, () => ({ name, input: JSON.stringify(input) }));
    this.restart();
    return state;
  }

  /** As if the state had just been entered. */
  restart(): void {
    this.last = this.#entered;
    this.#retries = 0;
    this.#attempts = undefined;
  }

  /** Leaves the state: output, variables, last event. `fallback` is the output where no `Output` is given. */
  leave(way: Way, fallback: Json, members?: Members, prefix = ''): Transition {
    const { name, state } = this;
    const assigned = way.Assign && this.evaluate(way.Assign, `${prefix}Assign`, members);
    const output = way.Output === undefined ? fallback : this.evaluate(way.Output, `${prefix}Output`, members);
    // What the state was given has been weighed.
    const made = [output === this.input ? null : output, assigned ?? null];
    if (made.some((value) => exceeds(value, DATA_LIMIT))) throw StateError.tooLarge(name);
    Object.assign(this.variables, assigned);
    this.emit(`${state?.Type}StateExited`, () => {
      const shown = Object.entries(assigned ?? {}).map(([variable, value]) => [variable, JSON.stringify(value)]);
      const assignedVariables = shown.length === 0 ? undefined : Object.fromEntries(shown);
      return { name, output: JSON.stringify(output), assignedVariables };
    });
    return { output, next: way.Next };
  }

  /** How long to wait before the attempt that follows an error, in milliseconds; undefined if there is none. */
  retry(error: StateError): number | undefined {
    const retrier = this.#retrier(error);
    if (retrier === undefined) return undefined;
    const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Number.POSITIVE_INFINITY } = retrier;
    this.#attempts ??= new Map();
    const used = this.#attempts.get(retrier) ?? 0;
    this.#attempts.set(retrier, used + 1);
    this.#retries += 1;
    this.nested = undefined;
    const delay = Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds);
    return Math.round(delay * 1000 * (retrier.JitterStrategy === 'FULL' ? this.run.random() : 1));
  }

  catcher(error: StateError): Catcher | undefined {
    const { Catch } = { Catch: undefined, ...this.state };
    return error.firstOf(Catch);
  }

  /** True if its state would try again, or catch. */
  handles(error: StateError): boolean {
    return this.#retrier(error) !== undefined || this.catcher(error) !== undefined;
  }

  /** Its state has failed, and nothing in it helps. */
  fail(failure: StateError): void {
    const { error, cause } = failure;
    if (this.fork !== undefined) this.fork.failed(this, failure);
    else this.run.end('FAILED', this.last, { error, cause });
  }

  /** Evaluates a field. `members` are those of `$states` beside input and context. @throws StateError */
  evaluate(field: Json, location: string, members?: Members, map = this.map): Json {
    this.states = members === undefined ? { input: this.input } : { input: this.input, ...members };
    this.#map = map;
    return this.#evaluated(() => evaluateTemplate(field, this, location));
  }

  /** Evaluates a field that must be of a type, by its name in AWS's words. @throws StateError */
  typed<T>(field: Json, location: string, type: string, schema: z.ZodType<T>): T {
    const value = this.evaluate(field, location);
    return this.#evaluated(() => typedValue(value, field, location, type, schema));
  }

  /** Evaluates a field that must be a whole number, of no less than so much, if it is given. @throws StateError */
  number(field: number | string | undefined, location: string, least: number): number | undefined {
    if (field === undefined || typeof field === 'number') return field;
    return this.typed(field, location, 'non-negative integer', z.int().min(least));
  }

  /** Records that a field could not be evaluated, after the event `since`, and gives the error to throw. */
  evaluationFailed(message: string, location?: string, since?: number): StateError {
    const failure = this.error('States.QueryEvaluationError', message);
    const { error, cause } = failure;
    // For AWS it is as if the state had not been entered, unless it has done something since.
    this.last = since ?? (this.last === this.#entered ? this.#before : this.last);
    this.emit('EvaluationFailed', () => ({ error, cause, location, state: this.name }));
    return failure;
  }

  /** An error of the state itself, in AWS's words for where it happened. */
  error(error: string, message: string): StateError {
    const where = `An error occurred while executing the state '${this.name}' (entered at the event id #${this.#entered}). `;
    return new StateError(error, where + message);
  }

  /** `$states.context`. */
  context(): Json {
    const { start, context, input, ending } = this.run;
    const { redriveCount, redriveDate } = ending;
    return {
      Execution: {
        Id: start.executionArn,
        Input: input,
        Name: start.name,
        RoleArn: context.roleArn,
        StartTime: new Date(start.at).toISOString(),
        RedriveCount: redriveCount,
        ...(redriveDate !== null && { RedriveTime: new Date(redriveDate).toISOString() }),
      },
      State: {
        Name: this.name,
        EnteredTime: new Date(this.#enteredAt).toISOString(),
        ...(this.state?.Type === 'Task' && { RetryCount: this.#retries }),
      },
      StateMachine: { Id: start.stateMachineArn, Name: context.machineName },
      ...(this.token !== undefined && { Task: { Token: this.token } }),
      ...(this.#map !== undefined && { Map: this.#map }),
    };
  }

  /** Records an event that follows the branch's last. */
  emit(type: string, details?: () => HistoryEvent['details']): number {
    this.last = this.run.emit(this.last, type, details);
    return this.last;
  }

  /** A name for something of this branch, the same at every replay. */
  nextId(): string {
    this.#sequence += 1;
    return `${this.path}${this.#sequence}`;
  }

  /** Asks the world for something; its outcomes are what the next turns give. */
  ask(effect: Effect, id = this.nextId()): Pending {
    return this.run.ask({ id, effect, branch: this });
  }

  /** Waits until the instant (epoch milliseconds). `eager`: see the clock's timers. */
  *sleep(deadline: number, eager: boolean): Routine<void> {
    const timer = this.ask({ kind: 'timer', deadline, eager });
    yield;
    this.run.drop(timer);
  }

  /** True when another branch's failure has ended this one. */
  get abandoned(): boolean {
    return this.#abandoned || (this.fork?.branch.abandoned ?? false);
  }

  /** Ends the branch where it stands, and everything it waits for. */
  abandon(): void {
    this.#abandoned = true;
    for (const pending of this.run.pending.values()) if (pending.branch?.abandoned) this.run.drop(pending, true);
  }

  #evaluated<T>(evaluate: () => T): T {
    try {
      return evaluate();
    } catch (error) {
      if (error instanceof EvaluationError) throw this.evaluationFailed(error.message, error.location);
      throw error;
    }
  }

  /** The first retrier that names the error decides, even if it has no attempt left. */
  #retrier(error: StateError): Retrier | undefined {
    const { Retry } = { Retry: undefined, ...this.state };
    const retrier = error.firstOf(Retry);
    const used = (retrier && this.#attempts?.get(retrier)) ?? 0;
    return used < (retrier?.MaxAttempts ?? 3) ? retrier : undefined;
  }
}
