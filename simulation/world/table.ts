import { TABLE_NAME } from './addresses.ts';
import { callTable } from './table-client.ts';

const INDEXES = ['GSI1', 'GSI2'];
const keys = (prefix: string) => [
  { AttributeName: `${prefix}PK`, KeyType: 'HASH' },
  { AttributeName: `${prefix}SK`, KeyType: 'RANGE' },
];

/** Makes the one table, with the keys and indexes that the data stack gives it, unless the folder has it already. */
export const provideTable = async (): Promise<void> => {
  try {
    await callTable('CreateTable', {
      TableName: TABLE_NAME,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys(''),
      AttributeDefinitions: ['', ...INDEXES]
        .flatMap(keys)
        .map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: INDEXES.map((IndexName) => ({
        IndexName,
        KeySchema: keys(IndexName),
        Projection: { ProjectionType: 'ALL' },
      })),
    });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceInUseException') throw error;
  }
};
