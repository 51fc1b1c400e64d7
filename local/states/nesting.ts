import { executionArn } from './api/arn.ts';
import type { Dispatcher } from './dispatcher.ts';
import { type Outcome, parseEntry, type StartEffect } from './engine/effect.ts';
import type { Pending } from './engine/run.ts';
import type { Execution } from './execution.ts';
import type { Executions, ExecutionView } from './executions.ts';
import { ServiceError } from './service-error.ts';

/** The executions that tasks of other executions start, wait for, redrive and stop. */
export class Nesting {
  readonly #executions: Executions;
  readonly #waiters = new Map<string, { parent: Execution; id: string }[]>();

  constructor(executions: Executions) {
    this.#executions = executions;
  }

  /** Starts or redrives the execution a task asks for, and tells the task what comes of it. */
  async nest(dispatcher: Dispatcher, parent: Execution, pending: Pending, effect: StartEffect): Promise<void> {
    const { id } = pending;
    const arn = nestedArn(effect);
    // Asked synchronously: whether this is the first time this task asks is known only while it does.
    const unique = effect.named || parent.resuming;
    if (!pending.submitted) {
      const outcome = await this.#begin(arn, `${parent.start.executionArn}#${id}`, unique, effect);
      await dispatcher.settle(parent, id, outcome);
      if (outcome.kind === 'failed') return;
    }
    if (!effect.sync) return;
    const child = this.#executions.live(arn);
    if (child?.run.status === 'RUNNING') {
      this.#waiters.set(arn, [...(this.#waiters.get(arn) ?? []), { parent, id }]);
    } else {
      const view = child === undefined ? await this.#executions.view(arn) : viewOf(child);
      await dispatcher.settle(parent, id, resultOf(view));
    }
  }

  /** Stops the nested execution of a task that no longer waits for it, unless another asked for it since. */
  async unnest(parent: Execution, id: string, effect: StartEffect): Promise<void> {
    const child = await this.#executions.arriving(nestedArn(effect));
    if (child?.parent === `${parent.start.executionArn}#${id}`) await this.#executions.stop(child, null, null);
  }

  /** An execution has ended: tells the tasks that wait for it. */
  tellWaiters(dispatcher: Dispatcher, child: Execution): Promise<boolean>[] {
    const { executionArn } = child.start;
    const waiters = this.#waiters.get(executionArn) ?? [];
    this.#waiters.delete(executionArn);
    return waiters.map(({ parent, id }) => dispatcher.settle(parent, id, resultOf(viewOf(child))));
  }

  async #begin(arn: string, task: string, unique: boolean, effect: StartEffect): Promise<Outcome> {
    try {
      const StartDate = await this.#start(arn, task, unique, effect);
      const kind = effect.sync || effect.token !== undefined ? 'submitted' : 'succeeded';
      return { kind, output: JSON.stringify({ ExecutionArn: arn, StartDate }) };
    } catch (refusal) {
      if (!(refusal instanceof ServiceError)) throw refusal;
      const cause = `${refusal.message} (Service: AWSStepFunctions; Status Code: 400; Error Code: ${refusal.name})`;
      return { kind: 'failed', error: `StepFunctions.${refusal.name}Exception`, cause };
    }
  }

  /** Starts the execution, redrives it, or finds it as an earlier life of this process left it; gives its start. */
  async #start(arn: string, task: string, unique: boolean, effect: StartEffect): Promise<number> {
    if (unique || effect.redrives !== undefined) {
      const known = await this.#lastAskedBy(arn);
      if (known?.parent === task) return known.startDate;
    }
    if (effect.redrives !== undefined) return (await this.#executions.redrive(arn, task)).start.at;
    const { stateMachineArn, name, input } = effect;
    return (await this.#executions.launch({ stateMachineArn, name, input, parent: task, unique })).start.at;
  }

  /** The task that last started or redrove an execution. */
  async #lastAskedBy(arn: string): Promise<{ parent: string | null; startDate: number } | undefined> {
    const live = this.#executions.live(arn);
    if (live !== undefined) return { parent: live.parent, startDate: live.start.at };
    const asked = ((await this.#executions.journal.finished(arn))?.entries ?? [])
      .map(parseEntry)
      .flatMap((entry) => (entry.type === 'started' || entry.type === 'redriven' ? [entry] : []));
    const [first, last] = [asked[0], asked.at(-1)];
    return first === undefined || last === undefined ? undefined : { parent: last.parent, startDate: first.at };
  }
}

function nestedArn(effect: StartEffect): string {
  return effect.redrives ?? executionArn(effect.stateMachineArn, effect.name).text;
}

function viewOf(execution: Execution): ExecutionView {
  return { record: execution.summary, start: execution.start, ending: execution.ending };
}

/** What a task that waited for an execution has for result: its description, with input and output as JSON. */
function resultOf({ record, start, ending }: ExecutionView): Outcome {
  const description = {
    ExecutionArn: start.executionArn,
    Input: JSON.parse(start.input),
    InputDetails: { Included: true },
    Name: start.name,
    StartDate: start.at,
    StateMachineArn: start.stateMachineArn,
    Status: ending.status,
    StopDate: record.stopDate,
  };
  if (ending.output === null) {
    const cause = JSON.stringify({ ...description, Error: ending.error, Cause: ending.cause });
    return { kind: 'failed', error: 'States.TaskFailed', cause };
  }
  const output = { ...description, Output: JSON.parse(ending.output), OutputDetails: { Included: true } };
  return { kind: 'succeeded', output: JSON.stringify(output) };
}
