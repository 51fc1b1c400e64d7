import * as z from 'zod';
import type { HttpRequest, HttpResponse } from '../http/message.ts';

/** Capacity units consumed, as DynamoDB counts them. */
export interface Consumed {
  readonly operation: string;
  readonly read: number;
  readonly write: number;
}

const READS = ['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'];
const TARGET = 'DynamoDB_20120810.';

const Capacity = z.object({ CapacityUnits: z.number().default(0) });
const Answer = z.object({ ConsumedCapacity: z.union([Capacity, z.array(Capacity)]).optional() });
const Asked = z.record(z.string(), z.unknown());

/** Headers that belong to one connection, not to the message. */
const OF_THE_CONNECTION = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'accept-encoding',
];

/** Hands calls of DynamoDB on to the database, and counts the capacity they consume when someone counts. */
export class DynamoDbProxy {
  readonly #endpoint: string;
  readonly #count: ((consumed: Consumed) => void) | null;

  /** @param count told of each call's consumption; null hands calls on as they are */
  constructor(endpoint: string, count: ((consumed: Consumed) => void) | null) {
    this.#endpoint = endpoint;
    this.#count = count;
  }

  async handle(request: HttpRequest): Promise<HttpResponse> {
    const operation = (request.headers['x-amz-target'] ?? '').slice(TARGET.length);
    const counted = this.#count !== null && (READS.includes(operation) || WRITES.includes(operation));
    const headers = Object.entries(request.headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
    const answer = await fetch(this.#endpoint, {
      method: 'POST',
      headers: Object.fromEntries(headers),
      body: counted ? withCapacity(request.body) : new Uint8Array(request.body),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    if (counted && answer.ok) this.#count?.(consumption(operation, body));
    const type = answer.headers.get('content-type') ?? 'application/x-amz-json-1.0';
    return { status: answer.status, headers: { 'content-type': type }, body };
  }
}

const withCapacity = (body: Buffer): string =>
  JSON.stringify({ ...Asked.parse(JSON.parse(body.toString())), ReturnConsumedCapacity: 'TOTAL' });

function consumption(operation: string, body: Buffer): Consumed {
  const { ConsumedCapacity: consumed = [] } = Answer.parse(JSON.parse(body.toString()));
  const units = [consumed].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  return READS.includes(operation) ? { operation, read: units, write: 0 } : { operation, read: 0, write: units };
}
