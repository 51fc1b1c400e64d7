import * as z from 'zod';
import { readJson, writeJson } from '../data-folder/json-file.ts';
import type { Consumed } from '../dynamodb/proxy.ts';
import type { Interpreter } from '../states/interpreter.ts';

const Counts = z.object({
  /** Invocations by function. */
  invocations: z.record(z.string(), z.number()),
  /** Capacity units of DynamoDB, as the database reports them. */
  readUnits: z.number(),
  writeUnits: z.number(),
  /** Calls of DynamoDB by operation. */
  operations: z.record(z.string(), z.number()),
});
type Counts = z.infer<typeof Counts>;

/** What `GET /local/counters` answers. */
export interface CounterReport extends Counts {
  /** State transitions that Step Functions would charge: states entered, and tasks tried again. */
  readonly transitions: number;
  readonly invocationsInAll: number;
}

/** How often counts are written to disk, in milliseconds. */
const SAVE_EVERY = 1000;

/** Counts what AWS would charge for, across restarts. Only made when someone counts: counting DynamoDB costs a hop. */
export class Counters {
  readonly #path: string;
  readonly #counts: Counts;
  readonly #timer: NodeJS.Timeout;
  #changed = false;

  constructor(path: string) {
    this.#path = path;
    this.#counts = readJson(path, Counts) ?? { invocations: {}, readUnits: 0, writeUnits: 0, operations: {} };
    this.#timer = setInterval(() => this.#save(), SAVE_EVERY);
    this.#timer.unref();
  }

  invoked(functionName: string): void {
    this.#counts.invocations[functionName] = (this.#counts.invocations[functionName] ?? 0) + 1;
    this.#changed = true;
  }

  consumed({ operation, read, write }: Consumed): void {
    this.#counts.readUnits += read;
    this.#counts.writeUnits += write;
    this.#counts.operations[operation] = (this.#counts.operations[operation] ?? 0) + 1;
    this.#changed = true;
  }

  async report(states: Interpreter): Promise<CounterReport> {
    const invocationsInAll = Object.values(this.#counts.invocations).reduce((sum, count) => sum + count, 0);
    return { ...this.#counts, invocationsInAll, transitions: await countTransitions(states) };
  }

  close(): void {
    clearInterval(this.#timer);
    this.#save();
  }

  #save(): void {
    if (!this.#changed) return;
    this.#changed = false;
    writeJson(this.#path, this.#counts);
  }
}

const Machines = z.object({
  stateMachines: z.array(z.object({ stateMachineArn: z.string() })),
  nextToken: z.string().nullish(),
});
const Executions = z.object({
  executions: z.array(z.object({ executionArn: z.string() })),
  nextToken: z.string().nullish(),
});
const History = z.object({ events: z.array(z.object({ type: z.string() })), nextToken: z.string().nullish() });

/** Counted from the histories themselves, so that it survives whatever happens to this process. */
async function countTransitions(states: Interpreter): Promise<number> {
  let transitions = 0;
  for await (const { stateMachines } of pages(states, 'ListStateMachines', {}, Machines)) {
    for (const { stateMachineArn } of stateMachines) {
      for await (const { executions } of pages(states, 'ListExecutions', { stateMachineArn }, Executions)) {
        for (const { executionArn } of executions) transitions += await transitionsOf(states, executionArn);
      }
    }
  }
  return transitions;
}

async function transitionsOf(states: Interpreter, executionArn: string): Promise<number> {
  let entered = 0;
  let tasksEntered = 0;
  let tasksScheduled = 0;
  for await (const { events } of pages(states, 'GetExecutionHistory', { executionArn, maxResults: 1000 }, History)) {
    for (const { type } of events) {
      if (type.endsWith('StateEntered')) entered += 1;
      if (type === 'TaskStateEntered') tasksEntered += 1;
      if (type === 'TaskScheduled' || type === 'LambdaFunctionScheduled') tasksScheduled += 1;
    }
  }
  return entered + Math.max(0, tasksScheduled - tasksEntered);
}

/** Every page of a list of the Step Functions API. */
async function* pages<T extends { nextToken?: string | null | undefined }>(
  states: Interpreter,
  action: string,
  input: Record<string, unknown>,
  schema: z.ZodType<T>,
): AsyncGenerator<T> {
  let nextToken: string | null | undefined;
  do {
    const answer = await states.handle({
      headers: { 'x-amz-target': `AWSStepFunctions.${action}`, 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify({ ...input, ...(nextToken ? { nextToken } : {}) }),
    });
    const page = schema.parse(JSON.parse(answer.body));
    yield page;
    nextToken = page.nextToken;
  } while (nextToken);
}
