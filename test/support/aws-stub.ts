import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A refusal of the service, by the name the SDK throws it under. */
export class ServiceError extends Error {
  constructor(
    override readonly name: string,
    message = name,
    readonly status = 400,
  ) {
    super(message);
  }
}

type Call = { operation: string; input: Record<string, unknown> };
type Answer = (input: Record<string, unknown>) => Record<string, unknown> | Promise<Record<string, unknown>>;

export type AwsStub = {
  /** Address to give as `AWS_ENDPOINT_URL_SFN`, `…_SESV2` and `…_LAMBDA`. */
  url: string;
  /** What was asked, in order: `StartExecution`, `SendTaskSuccess`, `SendEmail`… */
  calls: Call[];
  /** The calls of one operation. */
  of(operation: string): Record<string, unknown>[];
  /** Answers an operation so from now on; throw a {@link ServiceError} to refuse. */
  on(operation: string, answer: Answer): void;
  /** Forgets calls and answers. */
  reset(): void;
  close(): Promise<void>;
};

const EXECUTION = 'arn:aws:states:eu-west-3:000000000000:execution:joining:';
/** How the services answer when all is well. */
const WELL: Record<string, Answer> = {
  StartExecution: ({ name }) => ({ executionArn: `${EXECUTION}${String(name)}`, startDate: 0 }),
  RedriveExecution: () => ({ redriveDate: 0 }),
  SendTaskSuccess: () => ({}),
  SendTaskFailure: () => ({}),
  SendEmail: () => ({ MessageId: 'stub' }),
  Invoke: () => ({}),
};

/**
 * Step Functions, SES and Lambda as far as the handlers call them, on the loopback: what is asked is recorded, and a test says
 * what is answered. Whole workflows run on the interpreter in other tests.
 */
export const startAwsStub = async (): Promise<AwsStub> => {
  const calls: Call[] = [];
  let answers: Record<string, Answer> = { ...WELL };

  const server = createServer(async (request, response) => {
    const operation = operationOf(request);
    const input = await inputOf(request);
    calls.push({ operation, input: operation === 'Invoke' ? { FunctionName: functionIn(request), ...input } : input });
    const reply = (status: number, body: Record<string, unknown>) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(body));
    };
    try {
      const answer = answers[operation];
      if (answer === undefined) throw new ServiceError('UnknownOperationException', operation);
      reply(200, await answer(input));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      response.setHeader('x-amzn-errortype', error.name);
      reply(error.status, { __type: error.name, message: error.message });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    of: (operation) => calls.filter((call) => call.operation === operation).map((call) => call.input),
    on: (operation, answer) => {
      answers[operation] = answer;
    },
    reset: () => {
      calls.length = 0;
      answers = { ...WELL };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const operationOf = (request: IncomingMessage): string => {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.')[1] ?? target;
  if (functionIn(request) !== '') return 'Invoke';
  return request.url === '/v2/email/outbound-emails' ? 'SendEmail' : `${request.method} ${request.url}`;
};

/** ARN of the function that a call of Lambda is for. */
const functionIn = ({ url = '' }: IncomingMessage): string =>
  decodeURIComponent(/^\/2015-03-31\/functions\/([^/]+)\/invocations/.exec(url)?.[1] ?? '');

const inputOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
};
