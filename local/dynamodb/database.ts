import { type DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { damaged } from '../data-folder/damaged.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { StartError } from '../start/text.ts';
import { type Database, startDynoxide } from './dynoxide.ts';
import { databaseClient, provide, type Table } from './tables.ts';

/**
 * The database of this start: the one at `endpoint` when one is named (DynamoDB Local, say), else Dynoxide on the data
 * folder's file.
 * @throws StartError when there is none, or it does not answer
 */
export async function openDatabase(
  folder: DataFolder,
  endpoint: string | undefined,
  onCrash: (reason: string) => void,
): Promise<Database> {
  if (endpoint === undefined || endpoint === '') return startDynoxide(folder, onCrash);
  const client = databaseClient(endpoint, 'eu-west-3');
  try {
    await client.send(new ListTablesCommand({ Limit: 1 }), { requestTimeout: 5000 });
  } catch (error) {
    throw new StartError(
      {
        fr: `Rien ne répond comme DynamoDB à ${endpoint} (DYNAMODB_ENDPOINT). Lancez-le, corrigez l'adresse, ou retirez la variable pour utiliser la base fournie.`,
        en: `Nothing answers like DynamoDB at ${endpoint} (DYNAMODB_ENDPOINT). Start it, put the address right, or remove the variable to use the database provided.`,
      },
      { cause: error },
    );
  } finally {
    client.destroy();
  }
  return { endpoint, stop: async () => undefined };
}

/** Makes the tables of the template. @throws StartError when the database's file turns out to be damaged */
export async function provideTables(
  client: DynamoDBClient,
  tables: readonly Table[],
  folder: DataFolder,
): Promise<void> {
  try {
    for (const table of tables) await provide(client, table);
  } catch (error) {
    if (!(error instanceof Error) || !/malformed|corrupt|not a database|disk image/i.test(error.message)) throw error;
    throw damaged(folder.file('dynamodb', 'tables.db'), error);
  }
}
