import { gunzipSync, gzipSync } from 'node:zlib';
import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { keyItem, machineItem, pieceItem, recordItem, segmentItem, tableDefinition } from './items.ts';
import {
  type ExecutionQuery,
  type ExecutionRecord,
  type Journal,
  type JournalStore,
  listPosition,
  type MachineRecord,
} from './journal-store.ts';
import { Log, type LogLine, lineSchema } from './log.ts';
import { Together } from './together.ts';
import { type Write, WriteQueue } from './write-queue.ts';

/** One piece of a compacted journal, in bytes: an item holds at most 400 KB. */
const PIECE = 300_000;
/** The least length at which a journal takes less room compressed than it takes time. */
const WORTH_COMPRESSING = 4_000;
/** How many items are asked for at a time (DynamoDB quota). */
const BATCH = 100;

/**
 * A journal in a DynamoDB table of its own.
 *
 * | pk | sk | holds |
 * |---|---|---|
 * | `MACHINE` | ARN | a state machine |
 * | `REVISION` | ARN, revision | the same, as executions began with it |
 * | `LOG` | number | a segment of the live journals |
 * | `EXECUTION#` ARN | `0` | a finished execution and its compacted journal; the indexes `byMachine` and `byStatus` list it |
 * | `EXECUTION#` ARN | `1`… | what of the journal that item has no room for |
 *
 * An execution is finished if and only if its item is there, whatever the log still holds of it.
 */
export class DynamoStore implements JournalStore {
  readonly #client: DynamoDBClient;
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #log = new Log();
  readonly #queue: WriteQueue;
  readonly #finishedOnes = new Together((arns: string[]) => this.#finishedAmong(arns));

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#documents = DynamoDBDocumentClient.from(client);
    this.#table = table;
    this.#queue = new WriteQueue(this.#documents, (lines) => this.#segments(lines));
  }

  async open(): Promise<void> {
    try {
      await this.#client.send(new CreateTableCommand(tableDefinition(this.#table)));
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
    const { stateMachineArn, revisionId, definition } = machine;
    const item = { ...machine, definition: gzipSync(definition) };
    return this.#queue.write([
      this.#put('MACHINE', stateMachineArn, item, definition.length),
      this.#put('REVISION', `${stateMachineArn}#${revisionId}`, item, definition.length),
    ]);
  }

  removeMachine(stateMachineArn: string): Promise<void> {
    return this.#queue.write([this.#delete('MACHINE', stateMachineArn)]);
  }

  async revision(stateMachineArn: string, revisionId: string): Promise<MachineRecord | undefined> {
    const item = await this.#get('REVISION', `${stateMachineArn}#${revisionId}`);
    return item === undefined ? undefined : machineItem.parse(item);
  }

  append(executionArn: string, sequence: number, entry: string): Promise<void> {
    if (sequence === 0) this.#log.begin(executionArn);
    return this.#queue.write([], [[executionArn, sequence, entry]]);
  }

  async finish(record: ExecutionRecord, entries: readonly string[]): Promise<void> {
    const { executionArn, stateMachineArn, status } = record;
    const text = entries.join('\n');
    const whole = text.length < WORTH_COMPRESSING ? Buffer.from(text) : gzipSync(text, { level: 1 });
    const pieces = Math.ceil(whole.length / PIECE);
    const piece = (index: number) => whole.subarray(index * PIECE, (index + 1) * PIECE);
    for (let index = 1; index < pieces; index += 1) {
      const item = { piece: piece(index), pieces };
      await this.#queue.write([this.#put(`EXECUTION#${executionArn}`, String(index).padStart(4, '0'), item, PIECE)]);
    }
    const indexed = {
      machine: stateMachineArn,
      machineStatus: `${stateMachineArn}#${status}`,
      position: listPosition(record),
    };
    const item = { ...record, ...indexed, piece: piece(0), pieces };
    await this.#queue.write([this.#put(`EXECUTION#${executionArn}`, '0', item, piece(0).length)]);
    await this.#tidy(executionArn);
  }

  /** Makes room in the log, now that it need no longer hold an execution. */
  async #tidy(executionArn: string): Promise<void> {
    const { empty, sparse } = this.#log.release(executionArn);
    if (empty.length > 0) await this.#each(empty.map((id) => this.#delete('LOG', segmentKey(id))));
    for (const id of sparse) {
      const item = await this.#get('LOG', segmentKey(id));
      const lines = item === undefined ? [] : linesOf(item).filter((line) => this.#log.isLive(line));
      await this.#queue.write([this.#delete('LOG', segmentKey(id))], lines);
    }
  }

  reopen(executionArn: string, entries: readonly string[]): Promise<void> {
    this.#log.begin(executionArn);
    const lines = entries.map((entry, sequence): LogLine => [executionArn, sequence, entry]);
    return this.#queue.write([this.#delete(`EXECUTION#${executionArn}`, '0')], lines);
  }

  async *live(): AsyncIterable<Journal> {
    const segments: { id: number; lines: LogLine[] }[] = [];
    const journals = new Map<string, string[]>();
    for await (const item of this.#partition('LOG')) {
      const lines = linesOf(item);
      for (const [executionArn, sequence, entry] of lines) {
        const entries = journals.get(executionArn) ?? [];
        entries[sequence] = entry;
        journals.set(executionArn, entries);
      }
      const named = lines.map(([executionArn, sequence]): LogLine => [executionArn, sequence, '']);
      segments.push({ id: Number(segmentItem.parse(item).sk), lines: named });
    }
    for (const executionArn of await this.#finishedAmong([...journals.keys()])) journals.delete(executionArn);
    for (const executionArn of journals.keys()) this.#log.begin(executionArn);
    for (const { id, lines } of segments) {
      const needed = lines.filter(([executionArn]) => journals.has(executionArn));
      if (needed.length > 0) this.#log.keep(id, needed);
      else await this.#queue.write([this.#delete('LOG', segmentKey(id))]);
    }
    for (const [executionArn, entries] of journals) yield { executionArn, entries };
  }

  isFinished(executionArn: string): Promise<boolean> {
    return this.#finishedOnes.ask(executionArn);
  }

  async finished(executionArn: string): Promise<{ record: ExecutionRecord; entries: string[] } | undefined> {
    const [first, ...rest] = await this.#all(`EXECUTION#${executionArn}`);
    const record = recordItem.safeParse(first);
    if (!record.success) return undefined;
    const { pieces } = pieceItem.parse(first);
    const parts = [first, ...rest].slice(0, pieces).map((item) => pieceItem.parse(item).piece);
    const whole = Buffer.concat(parts);
    // JSON, or what compression makes of it: they do not begin alike.
    const text = whole[0] === 0x7b ? whole : gunzipSync(whole);
    return { record: record.data, entries: text.toString().split('\n') };
  }

  async list({ stateMachineArn, status, limit, after }: ExecutionQuery): Promise<ExecutionRecord[]> {
    const page = await this.#documents.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: status === undefined ? 'byMachine' : 'byStatus',
        KeyConditionExpression: `#key = :key${after === undefined ? '' : ' AND #position < :after'}`,
        ExpressionAttributeNames: {
          '#key': status === undefined ? 'machine' : 'machineStatus',
          ...(after === undefined ? {} : { '#position': 'position' }),
        },
        ExpressionAttributeValues: {
          ':key': status === undefined ? stateMachineArn : `${stateMachineArn}#${status}`,
          ...(after === undefined ? {} : { ':after': after }),
        },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return (page.Items ?? []).map((item) => recordItem.parse(item));
  }

  async expire(before: number): Promise<number> {
    let expired = 0;
    for (const { stateMachineArn } of await this.machines()) {
      const old = this.#query({
        IndexName: 'byMachine',
        KeyConditionExpression: 'machine = :machine AND #position < :before',
        FilterExpression: 'stopDate < :stopped',
        ExpressionAttributeNames: { '#position': 'position' },
        ExpressionAttributeValues: {
          ':machine': stateMachineArn,
          ':before': listPosition({ startDate: before, name: '' }),
          ':stopped': before,
        },
      });
      for await (const item of old) {
        const items = await this.#all(`EXECUTION#${recordItem.parse(item).executionArn}`);
        await this.#each(items.map((found) => keyItem.parse(found)).map(({ pk, sk }) => this.#delete(pk, sk)));
        expired += 1;
      }
    }
    return expired;
  }

  async #finishedAmong(executionArns: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (let from = 0; from < executionArns.length; from += BATCH) {
      const Keys = executionArns.slice(from, from + BATCH).map((arn) => ({ pk: `EXECUTION#${arn}`, sk: '0' }));
      const request = { [this.#table]: { Keys, ProjectionExpression: 'pk, sk', ConsistentRead: true } };
      const { Responses } = await this.#documents.send(new BatchGetCommand({ RequestItems: request }));
      for (const item of Responses?.[this.#table] ?? []) found.push(keyItem.parse(item).pk.slice('EXECUTION#'.length));
    }
    return found;
  }

  #segments(lines: readonly LogLine[]): Write[] {
    return this.#log
      .pack(lines)
      .map(({ id, lines: own }) => this.#put('LOG', segmentKey(id), { lines: JSON.stringify(own) }, 0));
  }

  /** Writes each item in a step of its own. */
  async #each(writes: readonly Write[]): Promise<void> {
    await Promise.all(writes.map((write) => this.#queue.write([write])));
  }

  #put(pk: string, sk: string, item: object, size: number): Write {
    return { key: `${pk} ${sk}`, size, item: { Put: { TableName: this.#table, Item: { pk, sk, ...item } } } };
  }

  #delete(pk: string, sk: string): Write {
    return { key: `${pk} ${sk}`, size: 0, item: { Delete: { TableName: this.#table, Key: { pk, sk } } } };
  }

  async #get(pk: string, sk: string): Promise<Record<string, unknown> | undefined> {
    const command = new GetCommand({ TableName: this.#table, Key: { pk, sk }, ConsistentRead: true });
    return (await this.#documents.send(command)).Item;
  }

  async #all(pk: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    for await (const item of this.#partition(pk)) items.push(item);
    return items;
  }

  #partition(pk: string): AsyncIterable<Record<string, unknown>> {
    const condition = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
    return this.#query({ ...condition, ConsistentRead: true });
  }

  async *#query(input: Omit<QueryCommandInput, 'TableName'>): AsyncIterable<Record<string, unknown>> {
    const pages = paginateQuery({ client: this.#documents }, { ...input, TableName: this.#table });
    for await (const page of pages) yield* page.Items ?? [];
  }
}

function segmentKey(id: number): string {
  return String(id).padStart(15, '0');
}

function linesOf(item: Record<string, unknown>): LogLine[] {
  return z.array(lineSchema).parse(JSON.parse(segmentItem.parse(item).lines));
}
