import { StateError } from '../errors.ts';
import { exceedsLimit, type Json } from '../json.ts';
import type { Catcher, State } from '../language/definition.ts';
import { EvaluationError, evaluateTemplate } from '../language/expression.ts';
import type { Branch } from './branch.ts';
import { Guard } from './guard.ts';
import { data } from './history.ts';

/** Where a state leads. */
export interface Transition {
  readonly output: Json;
  readonly next: string | undefined;
}

/** One stay in a state: what its fields are evaluated with, its events, its way out. */
export class Frame {
  readonly branch: Branch;
  readonly name: string;
  readonly input: Json;
  readonly guard: Guard;
  /** `$states.result`, once there is one. */
  result: Json | undefined;
  /** `$states.context.Task.Token`, in a task that waits for an answer. */
  token: string | undefined;
  retryCount = 0;
  /** The nested execution that the state has started, if it has. */
  nested: string | undefined;

  readonly #type: State['Type'];
  readonly #enteredAt: number;
  readonly #before: number;
  readonly #entered: number;

  constructor(branch: Branch, name: string, state: State, input: Json) {
    this.branch = branch;
    this.name = name;
    this.input = input;
    this.guard = new Guard(state);
    this.#type = state.Type;
    this.#enteredAt = branch.run.now;
    this.#before = branch.last;
    branch.open = { type: state.Type };
    this.#entered = this.#enter();
  }

  #enter(): number {
    const { branch, input, name } = this;
    return branch.emit(`${this.#type}StateEntered`, () => ({ name, ...data('input', JSON.stringify(input)) }));
  }

  /** Begins anew, after the execution has been redriven: as if the state had just been entered. */
  redrive(): void {
    this.guard.reset();
    this.retryCount = 0;
    this.result = undefined;
    this.branch.last = this.#entered;
  }

  /** Evaluates a field. @throws StateError `States.QueryEvaluationError` */
  async evaluate(field: Json, location: string, extra?: { [key: string]: Json }, item?: Json): Promise<Json> {
    const { branch, input } = this;
    const frame = this;
    const states = {
      input,
      ...extra,
      // Few expressions look at it.
      get context() {
        return frame.#context(item);
      },
    };
    try {
      return await evaluateTemplate(field, { states, variables: branch.variables, sources: branch.run }, location);
    } catch (error) {
      if (error instanceof EvaluationError) throw this.evaluationFailed(error.message, error.location);
      throw error;
    }
  }

  /** Evaluates a field that must be a number within bounds, or gives the default. @throws StateError */
  async number(field: number | string | undefined, location: string, least: number): Promise<number | undefined> {
    if (field === undefined || typeof field === 'number') return field;
    const value = await this.evaluate(field, location);
    if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
    throw this.unexpected(field, location, 'non-negative integer', value);
  }

  /** A field whose expression gave something of the wrong type. */
  unexpected(field: string, location: string, expected: string, value: Json): StateError {
    const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    return this.evaluationFailed(
      `The JSONata expression '${field.slice(2, -2).trim()}' specified for the field '${location}' returned an unexpected ` +
        `result type. Expected '${expected}', but was '${type}' for value: ${JSON.stringify(value)}`,
      location,
    );
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
  error(error: string, message: string, options: { terminal?: boolean } = {}): StateError {
    const where = `An error occurred while executing the state '${this.name}' (entered at the event id #${this.#entered}). `;
    return new StateError(error, where + message, options);
  }

  /** Leaves the state: output, variables, last event. `fallback` is the output where no `Output` is given. */
  async leave(
    state: { Assign?: { [key: string]: Json } | undefined; Output?: Json | undefined; Next?: string | undefined },
    fallback: Json,
    extra?: { [key: string]: Json },
    prefix = '',
  ): Promise<Transition> {
    const { branch, name } = this;
    const assigned =
      state.Assign === undefined ? undefined : await this.evaluate(state.Assign, `${prefix}Assign`, extra);
    const output = state.Output === undefined ? fallback : await this.evaluate(state.Output, `${prefix}Output`, extra);
    const text = JSON.stringify(output);
    if (exceedsLimit(text) || (assigned !== undefined && exceedsLimit(JSON.stringify(assigned)))) throw this.tooLarge();
    const variables = assigned !== undefined && assigned !== null ? Object.entries(assigned) : [];
    for (const [variable, value] of variables) branch.variables[variable] = value;
    branch.emit(`${this.#type}StateExited`, () => ({
      name,
      ...data('output', text),
      ...(variables.length === 0 ? {} : assignedVariables(variables)),
    }));
    branch.open = undefined;
    return { output, next: state.Next };
  }

  /** Leaves the state by a catcher. */
  caught(catcher: Catcher, error: StateError): Promise<Transition> {
    return this.leave(catcher, error.output, { errorOutput: error.output }, 'Catch/');
  }

  /** What is too large ends the execution: no `States.ALL` catches it. */
  tooLarge(): StateError {
    return new StateError(
      'States.DataLimitExceeded',
      `The state/task '${this.name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
      { terminal: true },
    );
  }

  /** AWS records a failed evaluation as if the state had not been entered, unless it has done something since. */
  #since(): number {
    return this.branch.last === this.#entered ? this.#before : this.branch.last;
  }

  #context(item: Json | undefined): { [key: string]: Json } {
    const { run } = this.branch;
    const map = item ?? this.branch.map;
    const { start, context } = run;
    return {
      Execution: {
        Id: start.executionArn,
        Input: run.input,
        Name: start.name,
        RoleArn: context.roleArn,
        StartTime: new Date(start.at).toISOString(),
        RedriveCount: run.redriveCount,
        ...(run.redriveDate === null ? {} : { RedriveTime: new Date(run.redriveDate).toISOString() }),
      },
      State: {
        Name: this.name,
        EnteredTime: new Date(this.#enteredAt).toISOString(),
        ...(this.#type === 'Task' ? { RetryCount: this.retryCount } : {}),
      },
      StateMachine: { Id: start.stateMachineArn, Name: context.machineName },
      ...(this.token === undefined ? {} : { Task: { Token: this.token } }),
      ...(map === undefined ? {} : { Map: map }),
    };
  }
}

function assignedVariables(variables: [string, Json][]): { [key: string]: Json } {
  return {
    assignedVariables: Object.fromEntries(variables.map(([name, value]) => [name, JSON.stringify(value)])),
    assignedVariablesDetails: { truncated: false },
  };
}
