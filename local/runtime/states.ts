import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Interpreter } from '../states/interpreter.ts';
import { DynamoStore } from '../states/journal/dynamo-store.ts';
import type { StatesOptions, StatesService } from '../states/ports.ts';

/** Table of the executions' journals: this machine's own, beside those of the template. */
const JOURNAL_TABLE = 'local-executions';

/** The local Step Functions, with its journal in the database. */
export function openStates(
  options: Omit<StatesOptions, 'journal'> & { readonly client: DynamoDBClient },
): StatesService {
  const { client, ...others } = options;
  return new Interpreter({ ...others, journal: new DynamoStore(client, JOURNAL_TABLE) });
}
