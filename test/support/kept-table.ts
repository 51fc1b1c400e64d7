import { type AttributeValue, BatchWriteItemCommand, paginateScan, type WriteRequest } from '@aws-sdk/client-dynamodb';
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

/** Keeps a small table as it is now. */
export const keepTable = async ({
  endpoint,
  tableName: TableName,
}: Pick<TestTable, 'endpoint' | 'tableName'>): Promise<KeptTable> => {
  const client = testClient(endpoint);
  const read = async (): Promise<Map<string, Item>> => {
    const items = new Map<string, Item>();
    for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
      for (const item of Items) items.set(JSON.stringify(keyOf(item)), item);
    }
    return items;
  };
  const kept = await read();
  return {
    bringBack: async () => {
      const now = await read();
      const writes: WriteRequest[] = [];
      for (const [key, Item] of kept) {
        if (JSON.stringify(now.get(key)) !== JSON.stringify(Item)) writes.push({ PutRequest: { Item } });
      }
      for (const [key, item] of now) if (!kept.has(key)) writes.push({ DeleteRequest: { Key: keyOf(item) } });
      for (let from = 0; from < writes.length; from += AT_ONCE) {
        const RequestItems = { [TableName]: writes.slice(from, from + AT_ONCE) };
        const { UnprocessedItems = {} } = await client.send(new BatchWriteItemCommand({ RequestItems }));
        if (Object.keys(UnprocessedItems).length > 0) throw new Error('The table did not take every write.');
      }
    },
    close: () => client.destroy(),
  };
};
