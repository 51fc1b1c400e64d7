import { StateError } from '../errors.ts';
import { exceedsLimit, type Json } from '../json.ts';
import type { State } from '../language/definition.ts';
import { EvaluationError, evaluateTemplate } from '../language/expression.ts';
import type { Branch } from './branch.ts';
import { data } from './history.ts';
import { Recovery } from './retry.ts';

/** Where a state leads. */
export interface Transition {
  readonly output: Json;
  readonly next: string | undefined;
}

type Members = { readonly [key: string]: Json };
/** How a state may be left: what it has for it itself, a choice rule or a catcher. */
type Way = { Assign?: Members | undefined; Output?: Json | undefined; Next?: string | undefined };

/** One stay in a state: what its fields are evaluated with, its events, its way out. */
export class Frame {
  /** `$states.context.Task.Token`, in a task that waits for an answer. */
  token: string | undefined;
  retryCount = 0;
  /** The nested execution that the state has started, if it has. */
  nested: string | undefined;
  #recovery: Recovery | undefined;
  readonly #enteredAt: number;
  readonly #before: number;
  readonly #entered: number;

  constructor(
    readonly branch: Branch,
    readonly name: string,
    readonly state: State,
    readonly input: Json,
  ) {
    this.#enteredAt = branch.run.now;
    this.#before = branch.last;
    branch.state = state.Type;
    this.#entered = branch.emit(`${state.Type}StateEntered`, () => ({ name, ...data('input', JSON.stringify(input)) }));
  }

  /** Its `Retry` and `Catch`, which few states come to need. */
  get recovery(): Recovery {
    this.#recovery ??= new Recovery(this.state);
    return this.#recovery;
  }

  /** Begins anew, after the execution has been redriven: as if the state had just been entered. */
  redrive(): void {
    this.#recovery = undefined;
    this.retryCount = 0;
    this.branch.last = this.#entered;
  }

  /** Evaluates a field. `members` are those of `$states` beside input and context. @throws StateError */
  evaluate(field: Json, location: string, members?: Members, map = this.branch.map): Json {
    const { input } = this;
    const { variables, run: sources } = this.branch;
    const states = members === undefined ? { input } : { input, ...members };
    try {
      return evaluateTemplate(field, { states, context: () => this.#context(map), variables, sources }, location);
    } catch (error) {
      if (error instanceof EvaluationError) throw this.evaluationFailed(error.message, error.location);
      throw error;
    }
  }

  /** Evaluates a field that must be of a type, by its name in AWS's words. @throws StateError */
  typed<T extends Json>(field: Json, location: string, type: string, is: (value: Json) => value is T): T {
    const value = this.evaluate(field, location);
    if (is(value)) return value;
    const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    throw this.evaluationFailed(
      `The JSONata expression '${String(field).slice(2, -2).trim()}' specified for the field '${location}' returned an ` +
        `unexpected result type. Expected '${type}', but was '${actual}' for value: ${JSON.stringify(value)}`,
      location,
    );
  }

  /** Evaluates a field that must be a whole number, of no less than so much, if it is given. @throws StateError */
  number(field: number | string | undefined, location: string, least: number): number | undefined {
    if (field === undefined || typeof field === 'number') return field;
    const fits = (value: Json): value is number => Number.isInteger(value) && Number(value) >= least;
    return this.typed(field, location, 'non-negative integer', fits);
  }

  /** Records that a field could not be evaluated, and gives the error to throw. */
  evaluationFailed(message: string, location?: string, since = this.#since()): StateError {
    const error = this.error('States.QueryEvaluationError', message);
    this.branch.last = since;
    this.branch.emit('EvaluationFailed', () => ({
      error: 'States.QueryEvaluationError',
      cause: error.reason,
      ...(location === undefined ? {} : { location }),
      state: this.name,
    }));
    return error;
  }

  /** An error of the state itself, in AWS's words for where it happened. */
  error(error: string, message: string): StateError {
    const where = `An error occurred while executing the state '${this.name}' (entered at the event id #${this.#entered}). `;
    return new StateError(error, where + message);
  }

  /** Leaves the state: output, variables, last event. `fallback` is the output where no `Output` is given. */
  leave(way: Way, fallback: Json, members?: Members, prefix = ''): Transition {
    const { branch, name } = this;
    const assigned = way.Assign && this.evaluate(way.Assign, `${prefix}Assign`, members);
    const output = way.Output === undefined ? fallback : this.evaluate(way.Output, `${prefix}Output`, members);
    // What the state was given has been weighed.
    if ((output !== this.input && exceedsLimit(output)) || (assigned !== undefined && exceedsLimit(assigned))) {
      const why = 'returned a result with a size exceeding the maximum number of bytes service limit.';
      // It ends the execution: no `States.ALL` catches it.
      throw new StateError('States.DataLimitExceeded', `The state/task '${name}' ${why}`, [], true);
    }
    const variables = assigned === undefined ? NONE : Object.entries(assigned ?? {});
    for (const [variable, value] of variables) branch.variables[variable] = value;
    branch.emit(`${this.state.Type}StateExited`, () => ({
      name,
      ...data('output', JSON.stringify(output)),
      ...(variables.length === 0 ? {} : assignedVariables(variables)),
    }));
    branch.state = undefined;
    branch.inner = undefined;
    return { output, next: way.Next };
  }

  /** AWS records a failed evaluation as if the state had not been entered, unless it has done something since. */
  #since(): number {
    return this.branch.last === this.#entered ? this.#before : this.branch.last;
  }

  #context(map: Json | undefined): { [key: string]: Json } {
    const { start, context, input, ending } = this.branch.run;
    const { redriveCount, redriveDate } = ending;
    return {
      Execution: {
        Id: start.executionArn,
        Input: input,
        Name: start.name,
        RoleArn: context.roleArn,
        StartTime: new Date(start.at).toISOString(),
        RedriveCount: redriveCount,
        ...(redriveDate === null ? {} : { RedriveTime: new Date(redriveDate).toISOString() }),
      },
      State: {
        Name: this.name,
        EnteredTime: new Date(this.#enteredAt).toISOString(),
        ...(this.state.Type === 'Task' ? { RetryCount: this.retryCount } : {}),
      },
      StateMachine: { Id: start.stateMachineArn, Name: context.machineName },
      ...(this.token === undefined ? {} : { Task: { Token: this.token } }),
      ...(map === undefined ? {} : { Map: map }),
    };
  }
}

const NONE: readonly [string, Json][] = [];

function assignedVariables(variables: readonly [string, Json][]): { [key: string]: Json } {
  return {
    assignedVariables: Object.fromEntries(variables.map(([name, value]) => [name, JSON.stringify(value)])),
    assignedVariablesDetails: { truncated: false },
  };
}
