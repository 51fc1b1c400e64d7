import { gunzipSync } from 'node:zlib';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

const bytes = z.instanceof(Uint8Array);
const LISTED = [
  'executionArn',
  'stateMachineArn',
  'name',
  'startDate',
  'status',
  'stopDate',
  'redriveCount',
  'redriveDate',
];

export const machineItem = z.object({
  stateMachineArn: z.string(),
  name: z.string(),
  roleArn: z.string(),
  definition: bytes.transform((compressed) => gunzipSync(compressed).toString()),
  revisionId: z.string(),
  creationDate: z.number(),
  updateDate: z.number(),
  loggingConfiguration: z.string().nullable(),
  tracingEnabled: z.boolean(),
});

export const recordItem = z.object({
  executionArn: z.string(),
  stateMachineArn: z.string(),
  name: z.string(),
  startDate: z.number(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  stopDate: z.number().nullable(),
  redriveCount: z.number(),
  redriveDate: z.number().nullable(),
});

export const pieceItem = z.object({ piece: bytes, pieces: z.number() });
export const segmentItem = z.object({ sk: z.string(), lines: z.string() });
export const keyItem = z.object({ pk: z.string(), sk: z.string() });

/** The table of the journals. */
export function tableDefinition(TableName: string): CreateTableCommandInput {
  const index = (IndexName: string, AttributeName: string) => ({
    IndexName,
    KeySchema: [
      { AttributeName, KeyType: 'HASH' as const },
      { AttributeName: 'position', KeyType: 'RANGE' as const },
    ],
    Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: LISTED },
  });
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'machine', 'machineStatus', 'position'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [index('byMachine', 'machine'), index('byStatus', 'machineStatus')],
  };
}
