import { ServiceError } from '../http/aws-json.ts';
import { executionArn } from './api/arn.ts';
import type { StartEffect } from './engine/effect.ts';
import type { Pending } from './engine/run.ts';
import type { Execution } from './execution.ts';
import type { Executions, View } from './executions.ts';
import type { Outcome } from './journal/records.ts';
import type { Tasks } from './tasks.ts';

/** The executions that tasks of other executions start, wait for, redrive and stop. */
export class Nesting {
  readonly #executions: Executions;
  readonly #tasks: Tasks;
  readonly #waiters = new Map<string, { parent: Execution; id: string }[]>();

  constructor(executions: Executions, tasks: Tasks) {
    this.#executions = executions;
    this.#tasks = tasks;
  }

  /** Starts or redrives the execution a task asks for, and tells the task what comes of it. */
  async nest(parent: Execution, { id, submitted }: Pending, effect: StartEffect): Promise<void> {
    const arn = nestedArn(effect);
    if (!submitted) {
      const outcome = await this.#begin(arn, taskOf(parent, id), effect);
      await this.#tasks.settle(parent, id, outcome);
      if (outcome.kind === 'failed') return;
    }
    if (!effect.sync) return;
    if (this.#executions.live(arn)?.running) {
      this.#waiters.set(arn, [...(this.#waiters.get(arn) ?? []), { parent, id }]);
    } else await this.#tasks.settle(parent, id, resultOf(await this.#executions.view(arn)));
  }

  /** Stops the nested execution of a task that no longer waits for it, unless another asked for it since. */
  async stop(parent: Execution, id: string, effect: StartEffect): Promise<void> {
    const child = this.#executions.live(nestedArn(effect));
    await child?.begun;
    if (child?.ending.parent === taskOf(parent, id)) await this.#executions.stop(child, null, null);
  }

  /** An execution has ended: tells the tasks that wait for it. */
  tellWaiters(child: Execution): void {
    const waiters = this.#waiters.get(child.start.executionArn) ?? [];
    this.#waiters.delete(child.start.executionArn);
    for (const { parent, id } of waiters) this.#tasks.settle(parent, id, resultOf(child));
  }

  async #begin(arn: string, task: string, effect: StartEffect): Promise<Outcome> {
    try {
      const StartDate = await this.#start(arn, task, effect);
      const kind = effect.sync || effect.token !== undefined ? 'submitted' : 'succeeded';
      return { kind, output: JSON.stringify({ ExecutionArn: arn, StartDate }) };
    } catch (refusal) {
      if (!(refusal instanceof ServiceError)) throw refusal;
      const cause = `${refusal.message} (Service: AWSStepFunctions; Status Code: 400; Error Code: ${refusal.name})`;
      return { kind: 'failed', error: `StepFunctions.${refusal.name}Exception`, cause };
    }
  }

  /** Starts the execution, redrives it, or finds it as an earlier life of this process left it; gives its start. */
  async #start(arn: string, task: string, effect: StartEffect): Promise<number> {
    const known = await this.#executions.find(arn);
    if (known?.ending.parent === task) return known.start.at;
    const { stateMachineArn, name, input, redrives } = effect;
    const begun =
      redrives === undefined
        ? await this.#executions.launch({ stateMachineArn, name, input, parent: task })
        : await this.#executions.redrive(arn, task);
    return begun.start.at;
  }
}

const taskOf = ({ start }: Execution, id: string) => `${start.executionArn}#${id}`;

function nestedArn({ redrives, stateMachineArn, name }: StartEffect): string {
  return redrives ?? executionArn(stateMachineArn, name);
}

/** What a task that waited for an execution has for result: its description, with input and output as JSON. */
function resultOf({ start, ending }: View): Outcome {
  const description = {
    ExecutionArn: start.executionArn,
    Input: JSON.parse(start.input),
    InputDetails: { Included: true },
    Name: start.name,
    StartDate: start.at,
    StateMachineArn: start.stateMachineArn,
    Status: ending.status,
    StopDate: ending.stopDate,
  };
  if (ending.output === null) {
    const cause = JSON.stringify({ ...description, Error: ending.error, Cause: ending.cause });
    return { kind: 'failed', error: 'States.TaskFailed', cause };
  }
  const output = { ...description, Output: JSON.parse(ending.output), OutputDetails: { Included: true } };
  return { kind: 'succeeded', output: JSON.stringify(output) };
}
