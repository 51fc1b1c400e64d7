import { gunzipSync, gzipSync } from 'node:zlib';
import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type {
  ExecutionPage,
  ExecutionQuery,
  ExecutionRecord,
  JournalStore,
  LiveJournal,
  MachineRecord,
} from './journal-store.ts';
import { type Write, WriteQueue } from './write-queue.ts';

/** One piece of a compacted journal, in bytes: an item holds at most 400 KB. */
const PIECE = 350_000;

const machineItem = z.object({
  stateMachineArn: z.string(),
  name: z.string(),
  roleArn: z.string(),
  definition: z.instanceof(Uint8Array).transform((bytes) => gunzipSync(bytes).toString()),
  revisionId: z.string(),
  creationDate: z.number(),
  updateDate: z.number(),
  loggingConfiguration: z.string().nullable(),
  tracingEnabled: z.boolean(),
});

const recordItem = z.object({
  executionArn: z.string(),
  stateMachineArn: z.string(),
  name: z.string(),
  startDate: z.number(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  stopDate: z.number().nullable(),
  redriveCount: z.number(),
  redriveDate: z.number().nullable(),
});

const liveItem = z.object({ sk: z.string(), entry: z.string() });
const pieceItem = z.object({ piece: z.instanceof(Uint8Array) });
const keyItem = z.object({ pk: z.string(), sk: z.string() });

/**
 * A journal in a DynamoDB table of its own. Live journals share one partition, an item an entry, so that a restart
 * reads them in one sweep; a finished one is compressed into a partition of its own.
 *
 * | pk | sk | holds |
 * |---|---|---|
 * | `MACHINE` | ARN | a state machine |
 * | `REVISION` | ARN, revision | the same, as executions began with it |
 * | `LIVE` | execution ARN, number | an entry; number 0 is there if and only if the execution has not finished |
 * | `EXECUTION#` ARN | `RECORD` | what lists show; the indexes `byMachine` and `byStatus` list it |
 * | `EXECUTION#` ARN | `PIECE#` number | the compacted journal |
 */
export class DynamoStore implements JournalStore {
  readonly #client: DynamoDBClient;
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #queue: WriteQueue;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#documents = DynamoDBDocumentClient.from(client);
    this.#table = table;
    this.#queue = new WriteQueue(this.#documents);
  }

  async open(): Promise<void> {
    try {
      await this.#client.send(
        new CreateTableCommand({
          TableName: this.#table,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: ['pk', 'sk', 'machine', 'machineStatus', 'started'].map((AttributeName) => ({
            AttributeName,
            AttributeType: 'S',
          })),
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          GlobalSecondaryIndexes: [
            ['byMachine', 'machine'],
            ['byStatus', 'machineStatus'],
          ].map(([IndexName, AttributeName]) => ({
            IndexName,
            KeySchema: [
              { AttributeName, KeyType: 'HASH' },
              { AttributeName: 'started', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'ALL' },
          })),
        }),
      );
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
  }

  close(): Promise<void> {
    return this.#queue.idle();
  }

  async machines(): Promise<MachineRecord[]> {
    return (await this.#all('MACHINE')).map((item) => machineItem.parse(item));
  }

  saveMachine(machine: MachineRecord): Promise<void> {
    const { stateMachineArn, revisionId } = machine;
    const item = { ...machine, definition: gzipSync(machine.definition) };
    return this.#write([
      this.#put('MACHINE', stateMachineArn, item),
      this.#put('REVISION', `${stateMachineArn}#${revisionId}`, item),
    ]);
  }

  removeMachine(stateMachineArn: string): Promise<void> {
    return this.#write([this.#delete('MACHINE', stateMachineArn)]);
  }

  async revision(stateMachineArn: string, revisionId: string): Promise<MachineRecord | undefined> {
    const [item] = await this.#all('REVISION', `${stateMachineArn}#${revisionId}`);
    return item === undefined ? undefined : machineItem.parse(item);
  }

  async create(record: ExecutionRecord, entry: string, unique: boolean): Promise<boolean> {
    const writes = [this.#record(record), this.#entry(record.executionArn, 0, entry)];
    if (!unique) {
      await this.#write(writes);
      return true;
    }
    // A condition that fails takes its whole transaction with it, so this one goes alone.
    for (const { item } of writes.slice(0, 1)) if (item.Put) item.Put.ConditionExpression = 'attribute_not_exists(pk)';
    try {
      await this.#documents.send(new TransactWriteCommand({ TransactItems: writes.map(({ item }) => item) }));
      return true;
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
      if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return false;
      throw error;
    }
  }

  append(executionArn: string, sequence: number, entry: string): Promise<void> {
    return this.#write([this.#entry(executionArn, sequence, entry)]);
  }

  async finish(record: ExecutionRecord, entries: readonly string[]): Promise<void> {
    const { executionArn } = record;
    const whole = gzipSync(entries.join('\n'));
    const pieces = Math.ceil(whole.length / PIECE);
    for (let index = 1; index < pieces; index += 1) {
      const piece = whole.subarray(index * PIECE, (index + 1) * PIECE);
      await this.#write([this.#put(`EXECUTION#${executionArn}`, pieceKey(index), { piece })]);
    }
    // In one step: finished, whole, and no longer live.
    await this.#write([
      this.#record(record),
      this.#put(`EXECUTION#${executionArn}`, pieceKey(0), { piece: whole.subarray(0, PIECE), pieces }),
      this.#delete('LIVE', liveKey(executionArn, 0)),
    ]);
    await this.#each(entries.length, (index) => this.#delete('LIVE', liveKey(executionArn, index)));
  }

  async reopen(record: ExecutionRecord, entries: readonly string[]): Promise<void> {
    const { executionArn } = record;
    await this.#each(entries.length, (index) => this.#entry(executionArn, index, entries[index] ?? ''));
    await this.#write([this.#record(record), this.#entry(executionArn, 0, entries[0] ?? '')]);
  }

  async *live(): AsyncIterable<LiveJournal> {
    let current: { executionArn: string; entries: string[] } | undefined;
    const strays: string[] = [];
    for await (const item of this.#query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'LIVE' },
    })) {
      const { sk, entry } = liveItem.parse(item);
      const executionArn = sk.slice(0, sk.lastIndexOf('#'));
      if (sk === liveKey(executionArn, 0)) {
        if (current !== undefined) yield current;
        current = { executionArn, entries: [entry] };
      } else if (current?.executionArn === executionArn) {
        current.entries.push(entry);
      } else {
        strays.push(sk);
      }
    }
    if (current !== undefined) yield current;
    // What an interrupted compaction left: entries without a beginning.
    for (const sk of strays) await this.#write([this.#delete('LIVE', sk)]);
  }

  async record(executionArn: string): Promise<ExecutionRecord | undefined> {
    const [item] = await this.#all(`EXECUTION#${executionArn}`, 'RECORD');
    return item === undefined ? undefined : recordItem.parse(item);
  }

  async archived(executionArn: string): Promise<string[]> {
    const items = await this.#all(`EXECUTION#${executionArn}`, 'PIECE#');
    if (items.length === 0) return [];
    const { pieces } = z.object({ pieces: z.number() }).parse(items[0]);
    const parts = items.slice(0, pieces).map((item) => pieceItem.parse(item).piece);
    return gunzipSync(Buffer.concat(parts)).toString().split('\n');
  }

  async list({ stateMachineArn, status, limit, after }: ExecutionQuery): Promise<ExecutionPage> {
    const attribute = status === undefined ? 'machine' : 'machineStatus';
    const page = await this.#documents.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: status === undefined ? 'byMachine' : 'byStatus',
        KeyConditionExpression: '#machine = :machine',
        ExpressionAttributeNames: { '#machine': attribute },
        ExpressionAttributeValues: {
          ':machine': status === undefined ? stateMachineArn : `${stateMachineArn}#${status}`,
        },
        ScanIndexForward: false,
        Limit: limit,
        ...(after === undefined
          ? {}
          : { ExclusiveStartKey: z.record(z.string(), z.string()).parse(JSON.parse(after)) }),
      }),
    );
    return {
      records: (page.Items ?? []).map((item) => recordItem.parse(item)),
      ...(page.LastEvaluatedKey === undefined ? {} : { next: JSON.stringify(page.LastEvaluatedKey) }),
    };
  }

  async expire(before: number): Promise<number> {
    let expired = 0;
    for (const { stateMachineArn } of await this.machines()) {
      const old = this.#query({
        IndexName: 'byMachine',
        KeyConditionExpression: 'machine = :machine AND started < :before',
        FilterExpression: 'stopDate < :stopped',
        ExpressionAttributeValues: { ':machine': stateMachineArn, ':before': startKey(before, ''), ':stopped': before },
      });
      for await (const item of old) {
        const { executionArn } = recordItem.parse(item);
        const keys = (await this.#all(`EXECUTION#${executionArn}`)).map((found) => keyItem.parse(found));
        for (const { pk, sk } of keys.reverse()) await this.#write([this.#delete(pk, sk)]);
        expired += 1;
      }
    }
    return expired;
  }

  /** Writes an item for every entry but the first, as many at a time as a transaction holds. */
  async #each(count: number, write: (index: number) => Write): Promise<void> {
    const writes = Array.from({ length: Math.max(count - 1, 0) }, (_, index) => this.#write([write(index + 1)]));
    await Promise.all(writes);
  }

  #write(writes: readonly Write[]): Promise<void> {
    return this.#queue.write(writes);
  }

  #record(record: ExecutionRecord): Write {
    return this.#put(`EXECUTION#${record.executionArn}`, 'RECORD', {
      ...record,
      machine: record.stateMachineArn,
      machineStatus: `${record.stateMachineArn}#${record.status}`,
      started: startKey(record.startDate, record.name),
    });
  }

  #entry(executionArn: string, sequence: number, entry: string): Write {
    return this.#put('LIVE', liveKey(executionArn, sequence), { entry });
  }

  #put(pk: string, sk: string, item: object): Write {
    return { key: `${pk} ${sk}`, item: { Put: { TableName: this.#table, Item: { pk, sk, ...item } } } };
  }

  #delete(pk: string, sk: string): Write {
    return { key: `${pk} ${sk}`, item: { Delete: { TableName: this.#table, Key: { pk, sk } } } };
  }

  async #all(pk: string, prefix = ''): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    const query = this.#query({
      KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ...(prefix === '' ? {} : { ':prefix': prefix }) },
      ConsistentRead: true,
    });
    for await (const item of query) items.push(item);
    return items;
  }

  async *#query(input: Omit<QueryCommandInput, 'TableName'>): AsyncIterable<Record<string, unknown>> {
    const pages = paginateQuery({ client: this.#documents }, { ...input, TableName: this.#table });
    for await (const page of pages) yield* page.Items ?? [];
  }
}

function liveKey(executionArn: string, sequence: number): string {
  return `${executionArn}#${String(sequence).padStart(6, '0')}`;
}

function pieceKey(index: number): string {
  return `PIECE#${String(index).padStart(4, '0')}`;
}

/** Sorts as the instant does. */
function startKey(instant: number, name: string): string {
  return `${String(instant).padStart(15, '0')}#${name}`;
}
