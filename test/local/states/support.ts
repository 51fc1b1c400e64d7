import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { Activity } from '../../../local/clock/activity.ts';
import { SimulatedClock } from '../../../local/clock/simulated-clock.ts';
import { type LineFolder, MemoryFolder } from '../../../local/data-folder/line-folder.ts';
import type { LambdaCall } from '../../../local/lambda/call.ts';
import { Interpreter, type StatesOptions } from '../../../local/states/interpreter.ts';
import type { Ending } from '../../../local/states/records.ts';

export const REGION = 'eu-west-3';
export const ACCOUNT = '123456789012';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/workflows`;
export const START = Date.parse('2026-01-05T08:00:00.000Z');

/** A function of a test: what it returns is the result, what it throws is what Lambda would report. */
export type TestFunction = (event: never, call: LambdaCall) => unknown;

/** What a Lambda runtime reports of an error that a handler throws. */
export class FunctionError extends Error {
  constructor(
    readonly errorType: string | undefined,
    message: string,
  ) {
    super(message);
  }
}

/** The interpreter behind an HTTP endpoint, with the AWS SDK as its client, on a simulated clock. */
export class Bench {
  readonly functions: Record<string, TestFunction> = {};
  readonly calls: LambdaCall[] = [];
  readonly changes: Readonly<Ending>[] = [];
  readonly activity = new Activity();
  readonly clock: SimulatedClock;
  /** What is done on a change of status, beside keeping it. */
  onChange: (change: Readonly<Ending>) => void | Promise<void> = () => undefined;
  readonly folder: LineFolder;
  interpreter: Interpreter;
  client!: SFNClient;
  #server: Server | undefined;

  constructor(folder: LineFolder = new MemoryFolder(), now = START) {
    this.folder = folder;
    this.clock = new SimulatedClock(this.activity, now);
    this.interpreter = new Interpreter(this.options());
  }

  options(): StatesOptions {
    return {
      clock: this.clock,
      activity: this.activity,
      folder: this.folder,
      region: REGION,
      accountId: ACCOUNT,
      lambda: async (call) => {
        this.calls.push(call);
        const name = call.functionArn.split(':').at(-1) ?? '';
        const run = this.functions[name];
        if (run === undefined) {
          throw Object.assign(new Error(`Function not found: ${call.functionArn}`), {
            name: 'ResourceNotFoundException',
          });
        }
        try {
          const result = await run(JSON.parse(call.payload) as never, call);
          return { payload: JSON.stringify(result ?? null) };
        } catch (error) {
          if (!(error instanceof FunctionError)) throw error;
          const payload = JSON.stringify({ errorType: error.errorType, errorMessage: error.message });
          return { functionError: 'Unhandled', payload };
        }
      },
      onStatusChange: (change) => {
        this.changes.push(change);
        return this.onChange(change);
      },
    };
  }

  async open(): Promise<void> {
    this.interpreter.open();
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await this.interpreter.handle({
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    this.client = new SFNClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: REGION,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
  }

  async close(): Promise<void> {
    this.leave();
    await this.interpreter.close();
  }

  /** Leaves everything as it is, as a process that is killed does. */
  leave(): void {
    this.clock.stop();
    this.client.destroy();
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** Creates a machine in JSONata, and gives its ARN. */
  async create(name: string, definition: object): Promise<string> {
    const { stateMachineArn } = await this.client.send(
      new CreateStateMachineCommand({
        name,
        roleArn: ROLE,
        definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
      }),
    );
    return stateMachineArn ?? '';
  }

  async start(stateMachineArn: string, input: unknown = {}, name?: string): Promise<string> {
    const started = await this.client.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), name }),
    );
    return started.executionArn ?? '';
  }

  /** Starts an execution and lets it do what it can at the present instant. */
  async run(stateMachineArn: string, input: unknown = {}, name?: string): Promise<DescribeExecutionCommandOutput> {
    const executionArn = await this.start(stateMachineArn, input, name);
    await this.clock.advance(0);
    return this.describe(executionArn);
  }

  describe(executionArn: string | undefined): Promise<DescribeExecutionCommandOutput> {
    return this.client.send(new DescribeExecutionCommand({ executionArn }));
  }

  async history(executionArn: string | undefined): Promise<HistoryEvent[]> {
    const { events } = await this.client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
    return events ?? [];
  }

  /** The history in short: `id<previous Type`, and the details but for those every event has. */
  async trace(executionArn: string | undefined): Promise<string[]> {
    return (await this.history(executionArn)).map(
      ({ id, previousEventId, type }) => `${id}<${previousEventId} ${type}`,
    );
  }

  /** The details of the events of a type, without what is the same for all. */
  async details(executionArn: string | undefined, type: string): Promise<object[]> {
    const events = (await this.history(executionArn)).filter((event) => event.type === type);
    return events.map((event) => {
      const [, details = {}] = Object.entries(event).find(([member]) => member.endsWith('EventDetails')) ?? [];
      return Object.fromEntries(
        Object.entries(details as object).filter(
          ([member]) => !/^(input|output|assignedVariables)Details$/.test(member),
        ),
      );
    });
  }

  /** Moves the clock by seconds, and lets everything happen that falls due. */
  async after(seconds: number): Promise<void> {
    await this.clock.advance(seconds * 1000);
  }
}

/** A task that invokes a function. */
export const invoke = (name: string, payload: unknown = '{% $states.input %}', fields: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: payload },
  ...fields,
});

/** A task that waits for its token. */
export const ask = (name: string, fields: object = {}) => ({
  ...invoke(name, { token: '{% $states.context.Task.Token %}' }, fields),
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
});

/** A machine of one state. */
export const only = (state: object) => ({ StartAt: 'Only', States: { Only: { End: true, ...state } } });
