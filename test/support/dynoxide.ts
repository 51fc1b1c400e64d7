import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynoxideBinary } from '../../local/dynamodb/binary.ts';

/** A database in memory with the one table, empty. */
export type TestTable = { endpoint: string; tableName: string; close(): Promise<void> };

const INDEXES = ['GSI1', 'GSI2'];
const PATIENCE_MS = 10_000;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
};

/** A client of a test's database. The caller destroys it. */
export const testClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: 'eu-west-3', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });

/** Starts Dynoxide and makes the table with the keys and indexes that the data stack gives it. */
export const startTestTable = async (tableName = 'traboule-test'): Promise<TestTable> => {
  const port = await freePort();
  const child = spawn(dynoxideBinary(), ['serve', '--host', '127.0.0.1', '--port', String(port)], { stdio: 'pipe' });
  await new Promise<void>((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`Dynoxide did not start: ${output}`)), PATIENCE_MS);
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
    };
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('listening on')) settle(resolve);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => settle(() => reject(new Error(`Dynoxide ended: ${output}`))));
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const client = testClient(endpoint);
  const names = ['PK', 'SK', ...INDEXES.flatMap((index) => [`${index}PK`, `${index}SK`])];
  const keys = (prefix: string) => [
    { AttributeName: `${prefix}PK`, KeyType: 'HASH' as const },
    { AttributeName: `${prefix}SK`, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keys(''),
      GlobalSecondaryIndexes: INDEXES.map((IndexName) => ({
        IndexName,
        KeySchema: keys(IndexName),
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
  );
  client.destroy();
  return {
    endpoint,
    tableName,
    close: async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
};
