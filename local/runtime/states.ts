import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Interpreter } from '../states/interpreter.ts';
import { MemoryStore } from '../states/journal/memory-store.ts';
import type { StatesOptions, StatesService } from '../states/ports.ts';

/** The local Step Functions, with its journal in the database. */
export function openStates({
  client: _,
  ...options
}: Omit<StatesOptions, 'journal'> & { client: DynamoDBClient }): StatesService {
  return new Interpreter({ ...options, journal: new MemoryStore() });
}
