import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  ScanCommand,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Deployed } from '../template/deployment.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Index = z.object({
  IndexName: z.string(),
  KeySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']).optional(),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});
const TableProperties = z.object({
  KeySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z.array(Index).default([]),
  LocalSecondaryIndexes: z.array(Index).default([]),
  TimeToLiveSpecification: z.object({ AttributeName: z.string().optional(), Enabled: z.boolean() }).optional(),
});

/** A table as the template describes it. */
export type Table = z.infer<typeof TableProperties> & { name: string };

export const readTable = (resource: Deployed): Table => ({
  ...TableProperties.parse(resource.properties),
  name: resource.identity.ref,
});

/** A client of the local database: it takes any credentials. */
export function databaseClient(endpoint: string, region: string): DynamoDBClient {
  // The SDK's notice about this machine's Node.js would hide what people need to read.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  return new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/**
 * Makes the table, or brings one from an earlier start up to the template: missing indexes are added. What a
 * deployment could not change without replacing the table either is left alone.
 */
export async function provide(client: DynamoDBClient, table: Table): Promise<void> {
  const existing = await describe(client, table.name);
  if (existing === null) {
    await create(client, table);
  } else {
    await addIndexes(client, table, existing);
    // A damaged file often opens, and fails on its first page of data: notice it now.
    await client.send(new ScanCommand({ TableName: table.name, Limit: 1 }));
  }
}

async function create(client: DynamoDBClient, table: Table): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: table.KeySchema,
      AttributeDefinitions: table.AttributeDefinitions,
      ...(table.GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes: table.GlobalSecondaryIndexes }),
      ...(table.LocalSecondaryIndexes.length > 0 && { LocalSecondaryIndexes: table.LocalSecondaryIndexes }),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1, maxDelay: 1 }, { TableName: table.name });
  const ttl = table.TimeToLiveSpecification;
  if (ttl?.Enabled !== true || ttl.AttributeName === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: table.name,
      TimeToLiveSpecification: { AttributeName: ttl.AttributeName, Enabled: true },
    }),
  );
}

async function addIndexes(client: DynamoDBClient, table: Table, existing: TableDescription): Promise<void> {
  const known = new Set(existing.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  for (const index of table.GlobalSecondaryIndexes.filter(({ IndexName }) => !known.has(IndexName))) {
    await client.send(
      new UpdateTableCommand({
        TableName: table.name,
        AttributeDefinitions: table.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
  }
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | null> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}
