import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { readEnvironment } from '../shared/environment.ts';
import { storeError } from './errors.ts';

// The one table, and the few ways the clients beside this file use it. Keys and indexes: docs/data.md.

const { table: TableName } = readEnvironment('table');
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});
// It copies whatever goes in and out for a log that nobody reads: a twentieth of the time of a request.
client.middlewareStack.remove('loggerMiddleware');

export type Key = { PK: string; SK: string };
/** Keys of the indexes an item is listed in; absent where it is not. */
export type IndexKeys = { GSI1PK?: string; GSI1SK?: string; GSI2PK?: string; GSI2SK?: string };
export type Index = 'GSI1' | 'GSI2';
type Values = Record<string, unknown>;

type Condition = {
  condition?: string;
  values?: Values;
  names?: Record<string, string>;
  /** What it means that the condition failed. */
  otherwise?: () => Error;
};
/** One write of a transaction, with the condition it stands under. Items are written whole. */
export type Write = ({ put: Key & IndexKeys & Values } | { remove: Key }) & Condition;

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const expressed = ({ condition, values, names }: Condition) => ({
  ...(condition === undefined ? {} : { ConditionExpression: condition }),
  ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
  ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
});

const item = (write: Write): TransactItem =>
  'put' in write
    ? { Put: { TableName, Item: write.put, ...expressed(write) } }
    : { Delete: { TableName, Key: write.remove, ...expressed(write) } };

/**
 * Writes all or nothing.
 * @throws what the first failed condition says of itself; {@link WriteConflict}; TransientStoreError
 */
export const transact = async (writes: readonly Write[]): Promise<void> => {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: writes.map(item) }));
  } catch (error) {
    throw storeError(
      error,
      writes.map((write) => write.otherwise),
    );
  }
};

/**
 * Reads one item, strongly consistent: what was written before is seen.
 * @returns null when there is none
 * @throws ZodError when the item is not what the schema says; TransientStoreError
 */
export const get = async <S extends z.ZodType>(key: Key, schema: S): Promise<z.infer<S> | null> => {
  try {
    const { Item } = await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
    return Item === undefined ? null : schema.parse(Item);
  } catch (error) {
    throw storeError(error);
  }
};

/** `prefix` of the sort keys, or the bound that they come `before`. */
type Partition = { pk: string; prefix?: string; before?: string; newestFirst?: boolean };
const keyCondition = (partition: Partition, index?: Index): Omit<QueryCommandInput, 'TableName'> => {
  const { pk, prefix, before, newestFirst } = partition;
  const range = prefix !== undefined ? 'begins_with(#sk, :range)' : before !== undefined ? '#sk < :range' : undefined;
  return {
    ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
    KeyConditionExpression: range === undefined ? '#pk = :pk' : `#pk = :pk AND ${range}`,
    ExpressionAttributeNames: {
      '#pk': index === undefined ? 'PK' : `${index}PK`,
      ...(range === undefined ? {} : { '#sk': index === undefined ? 'SK' : `${index}SK` }),
    },
    ExpressionAttributeValues: { ':pk': pk, ...(range === undefined ? {} : { ':range': prefix ?? before }) },
    ScanIndexForward: newestFirst !== true,
  };
};

/** Every item that a query of the table finds, strongly consistent. */
const query = async <S extends z.ZodType>(
  condition: Omit<QueryCommandInput, 'TableName'>,
  schema: S,
): Promise<z.infer<S>[]> => {
  const items: z.infer<S>[] = [];
  let start: Record<string, unknown> | undefined;
  try {
    do {
      const answer = await client.send(new QueryCommand({ TableName, ...condition, ExclusiveStartKey: start }));
      for (const read of answer.Items ?? []) items.push(schema.parse(read));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return items;
  } catch (error) {
    throw storeError(error);
  }
};

/** The items of one partition of the table, whole and strongly consistent: for partitions that stay small. */
export const list = <S extends z.ZodType>(partition: Partition, schema: S): Promise<z.infer<S>[]> =>
  query(keyCondition(partition), schema);

/** The items of one partition between two keys, both included, strongly consistent. */
export const listBetween = <S extends z.ZodType>(
  { from, to }: { from: Key; to: Key },
  schema: S,
): Promise<z.infer<S>[]> =>
  query(
    {
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': from.PK, ':from': from.SK, ':to': to.SK },
    },
    schema,
  );

/** One page of an index as DynamoDB gives it: the raw items with their keys, and where the next page starts. */
export const indexPage = async (
  index: Index,
  partition: Partition,
  limit: number,
  start: Record<string, string> | undefined,
): Promise<{ items: Record<string, unknown>[]; more: boolean }> => {
  try {
    const answer = await client.send(
      new QueryCommand({ TableName, ...keyCondition(partition, index), Limit: limit, ExclusiveStartKey: start }),
    );
    return { items: answer.Items ?? [], more: answer.LastEvaluatedKey !== undefined };
  } catch (error) {
    throw storeError(error);
  }
};
