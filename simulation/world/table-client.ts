import { Agent, request } from 'node:http';
import * as z from 'zod';
import { Failure, fieldsRead, fieldsWritten } from './attributes.ts';

// The client of the table, in the place of the SDK's: the same few calls in the same words, without signatures, retries
// and middleware. A year makes some hundred thousand calls, and the SDK's own work is most of the time each takes.

/** What the SDK throws when a transaction is cancelled, and why each of its writes was. */
export class TransactionCanceledException extends Error {
  override name = 'TransactionCanceledException';
  readonly CancellationReasons: readonly { Code?: string | undefined }[];

  constructor(message: string, reasons: TransactionCanceledException['CancellationReasons']) {
    super(message);
    this.CancellationReasons = reasons;
  }
}

const agent = new Agent({ keepAlive: true, noDelay: true, maxSockets: 64 });
let target: { host: string; port: string } | null = null;

/** Where the database answers from now on. @param endpoint `http://127.0.0.1:8000` */
export const connectTable = (endpoint: string): void => {
  const { hostname, port } = new URL(endpoint);
  target = { host: hostname, port };
};

/** Ends the connections to it. */
export const disconnectTable = (): void => agent.destroy();

/** What the database wants to see of a signature: that there is one. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  authorization:
    'AWS4-HMAC-SHA256 Credential=simulation/20270101/eu-west-3/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
  'x-amz-date': '20270101T000000Z',
};

const post = (operation: string, body: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    if (target === null) throw new Error('The table is not connected.');
    const length = Buffer.byteLength(body);
    const headers = { ...HEADERS, 'x-amz-target': `DynamoDB_20120810.${operation}`, 'content-length': length };
    const outgoing = request({ agent, ...target, method: 'POST', path: '/', headers });
    outgoing.once('error', reject);
    outgoing.once('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', reject);
      incoming.once('end', () =>
        resolve({ status: incoming.statusCode ?? 500, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    outgoing.end(body);
  });

/** Calls the database. @throws the error it answers, under its own name, as the SDK does */
export const callTable = async (operation: string, input: object): Promise<unknown> => {
  const { status, text } = await post(operation, JSON.stringify(input));
  const answer: unknown = JSON.parse(text);
  if (status < 300) return answer;
  const { __type, message, Message, CancellationReasons } = Failure.parse(answer);
  const name = __type.split('#').at(-1) ?? __type;
  const words = message ?? Message ?? name;
  if (name === 'TransactionCanceledException') throw new TransactionCanceledException(words, CancellationReasons ?? []);
  throw Object.assign(new Error(words), { name, $metadata: { httpStatusCode: status } });
};

type Fields = Record<string, unknown>;
type Values = { ExpressionAttributeValues?: Fields | undefined };

const withValues = <T extends Values>(input: T) => ({
  ...input,
  ...(input.ExpressionAttributeValues && {
    ExpressionAttributeValues: fieldsWritten(input.ExpressionAttributeValues),
  }),
});

const GetAnswer = z.object({ Item: z.record(z.string(), z.unknown()).optional() });
const QueryAnswer = z.object({
  Items: z.array(z.record(z.string(), z.unknown())).default([]),
  LastEvaluatedKey: z.record(z.string(), z.unknown()).optional(),
});

interface Command {
  run(): Promise<unknown>;
}

export class GetCommand implements Command {
  readonly #input: { Key: Fields };
  constructor(input: { Key: Fields }) {
    this.#input = input;
  }
  async run() {
    const { Item } = GetAnswer.parse(
      await callTable('GetItem', { ...this.#input, Key: fieldsWritten(this.#input.Key) }),
    );
    return { Item: Item && fieldsRead(Item) };
  }
}

export class QueryCommand implements Command {
  readonly #input: Values & { ExclusiveStartKey?: Fields | undefined };
  constructor(input: Values & { ExclusiveStartKey?: Fields | undefined }) {
    this.#input = input;
  }
  async run() {
    const { ExclusiveStartKey: start, ...input } = this.#input;
    const { Items, LastEvaluatedKey } = QueryAnswer.parse(
      await callTable('Query', { ...withValues(input), ...(start && { ExclusiveStartKey: fieldsWritten(start) }) }),
    );
    return { Items: Items.map(fieldsRead), LastEvaluatedKey: LastEvaluatedKey && fieldsRead(LastEvaluatedKey) };
  }
}

type TransactItem = { Put?: Values & { Item: Fields }; Delete?: Values & { Key: Fields } };

export class TransactWriteCommand implements Command {
  readonly #items: TransactItem[];
  constructor({ TransactItems }: { TransactItems: TransactItem[] }) {
    this.#items = TransactItems;
  }
  async run() {
    await callTable('TransactWriteItems', {
      TransactItems: this.#items.map(({ Put, Delete }) => ({
        ...(Put && { Put: { ...withValues(Put), Item: fieldsWritten(Put.Item) } }),
        ...(Delete && { Delete: { ...withValues(Delete), Key: fieldsWritten(Delete.Key) } }),
      })),
    });
    return {};
  }
}

/** The SDK's client has settings; this one has none. */
export class DynamoDBClient {}

export class DynamoDBDocumentClient {
  /** Nothing is done on the way, so there is nothing to leave out of it. */
  readonly middlewareStack = { remove: (): boolean => false };

  static from(): DynamoDBDocumentClient {
    return new DynamoDBDocumentClient();
  }
  send(command: Command): Promise<unknown> {
    return command.run();
  }
}
