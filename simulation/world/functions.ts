import * as z from 'zod';
import { ENTRIES } from '../../infra/entries.ts';
import type { LambdaAnswer, LambdaCall } from '../../local/lambda/call.ts';
import { failed } from '../../local/lambda/failure.ts';
import { functionIn } from './addresses.ts';

/** Loads the module of a handler, by its file: `members/admit-member.task`. */
export type Handlers = Readonly<Record<string, () => Promise<unknown>>>;

type Run = (event: unknown, context: unknown) => Promise<unknown>;
const Module = z.object({ handler: z.custom<Run>((value) => typeof value === 'function') });
const Failure = z.object({ name: z.string(), message: z.string() });

const CONTEXT = {
  functionName: 'simulation',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-3:000000000000:function:simulation',
  memoryLimitInMB: '512',
  awsRequestId: 'simulation',
  // Time stands still while a handler runs here.
  getRemainingTimeInMillis: () => 900_000,
};

/** The functions of the stacks, run in this process. */
export class Functions {
  /** Calls so far. */
  calls = 0;
  readonly #handlers: Handlers;
  readonly #loaded = new Map<string, Promise<Run>>();

  constructor(handlers: Handlers) {
    this.#handlers = handlers;
  }

  /** Runs a function by its name. @throws what its handler throws */
  async run(name: string, event: unknown): Promise<unknown> {
    const entry = ENTRIES.find((each) => each.name === name);
    if (entry === undefined) throw new Error(`There is no function ${name}.`);
    this.calls += 1;
    const handler = await this.#load(entry.file.slice('functions/'.length, -'.ts'.length));
    return handler(event, CONTEXT);
  }

  /** Runs a function as the task of a state machine does. */
  async invoke({ functionArn, payload }: LambdaCall): Promise<LambdaAnswer> {
    try {
      return { payload: JSON.stringify(await this.run(functionIn(functionArn), JSON.parse(payload))) };
    } catch (error) {
      const { name, message } = Failure.parse(error);
      return failed(JSON.stringify({ errorType: name, errorMessage: message }));
    }
  }

  #load(file: string): Promise<Run> {
    const known = this.#loaded.get(file) ?? this.#import(file);
    this.#loaded.set(file, known);
    return known;
  }

  async #import(file: string): Promise<Run> {
    const load = this.#handlers[file];
    if (load === undefined) throw new Error(`There is no handler ${file}.`);
    return Module.parse(await load()).handler;
  }
}
