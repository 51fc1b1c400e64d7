import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  paginateScan,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { type TestTable, testClient } from './dynoxide.ts';

type Item = Record<string, AttributeValue>;

/** How many writes DynamoDB takes at once. */
const AT_ONCE = 25;

const keyOf = ({ PK, SK }: Item): { PK: AttributeValue; SK: AttributeValue } => {
  if (PK === undefined || SK === undefined) throw new Error('An item has no key.');
  return { PK, SK };
};

/** A table as it was at a moment, which can be brought back as often as it takes. */
export type KeptTable = {
  /** Undoes every write since. */
  bringBack(): Promise<void>;
  close(): void;
};

type Place = Pick<TestTable, 'endpoint' | 'tableName'>;

/** Every item of a small table, by its key. */
const read = async (client: DynamoDBClient, TableName: string): Promise<Map<string, Item>> => {
  const items = new Map<string, Item>();
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    for (const item of Items) items.set(JSON.stringify(keyOf(item)), item);
  }
  return items;
};

const write = async (client: DynamoDBClient, TableName: string, writes: readonly WriteRequest[]): Promise<void> => {
  for (let from = 0; from < writes.length; from += AT_ONCE) {
    const RequestItems = { [TableName]: writes.slice(from, from + AT_ONCE) };
    const { UnprocessedItems = {} } = await client.send(new BatchWriteItemCommand({ RequestItems }));
    if (Object.keys(UnprocessedItems).length > 0) throw new Error('The table did not take every write.');
  }
};

/** Keeps a small table as it is now. */
export const keepTable = async ({ endpoint, tableName }: Place): Promise<KeptTable> => {
  const client = testClient(endpoint);
  const kept = await read(client, tableName);
  return {
    bringBack: async () => {
      const now = await read(client, tableName);
      const writes: WriteRequest[] = [];
      for (const [key, Item] of kept) {
        if (JSON.stringify(now.get(key)) !== JSON.stringify(Item)) writes.push({ PutRequest: { Item } });
      }
      for (const [key, item] of now) if (!kept.has(key)) writes.push({ DeleteRequest: { Key: keyOf(item) } });
      await write(client, tableName, writes);
    },
    close: () => client.destroy(),
  };
};

/**
 * Copies whatever lies under keys that hold one of some words, once for each list of what stands in their place.
 * @param copies what becomes of each word, in every text of its items
 */
export const copyItems = async (
  { endpoint, tableName }: Place,
  copies: readonly ReadonlyMap<string, string>[],
): Promise<void> => {
  const client = testClient(endpoint);
  const items = [...(await read(client, tableName))];
  const writes = copies.flatMap((words) => {
    const copied = (text: string) => [...words].reduce((done, [word, by]) => done.replaceAll(word, by), text);
    return items
      .filter(([key]) => copied(key) !== key)
      .map(([, item]) => ({ PutRequest: { Item: JSON.parse(copied(JSON.stringify(item))) } }));
  });
  await write(client, tableName, writes);
  client.destroy();
};
