import * as z from 'zod';
import { LedgerEntry } from '../../domain/ledger/entry.ts';
import { ConditionFailed } from './errors.ts';
import { ledgerAccount, ledgerIndexes, ledgerKey, ledgerYear } from './keys.ts';
import { readPage } from './pages.ts';
import type { Write } from './table.ts';

const Item = z.looseObject({ PK: z.string(), SK: z.string() });

/** Entries of the journal read at once. */
const PAGE = 500;

/**
 * Writes an entry of the journal, in the transaction of what it tells of. It is balanced by its schema, and written once:
 * a second of its key fails the whole transaction.
 * @param applicationId the dossier whose account it moves; null where it is nobody's yet
 * @param otherwise what it means that it was written before; a defect unless said
 */
export const ledgerWrite = (entry: LedgerEntry, applicationId: string | null, otherwise?: () => Error): Write => ({
  put: { ...ledgerKey(entry.key), ...ledgerIndexes(entry, applicationId), ...LedgerEntry.parse(entry) },
  condition: 'attribute_not_exists(PK)',
  otherwise: otherwise ?? (() => new ConditionFailed(`The entry ${entry.key} is in the journal already.`)),
});

async function* entriesOf<S extends z.ZodType>(
  index: 'GSI1' | 'GSI2',
  pk: string,
  schema: S,
): AsyncGenerator<z.infer<S>> {
  let cursor: string | undefined;
  do {
    const page = await readPage(index, { pk }, schema, { cursor, limit: PAGE });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** Every entry dated in a year, in the order they were written; entries of one instant by key. */
export const ledgerOfYear = (year: number): AsyncGenerator<LedgerEntry> =>
  entriesOf('GSI1', ledgerYear(year), LedgerEntry);

/** Every entry of a dossier's account, in the order they were written. */
export const ledgerOfDossier = (applicationId: string): AsyncGenerator<LedgerEntry> =>
  entriesOf('GSI2', ledgerAccount(applicationId), LedgerEntry);

/** The same as they lie in the table, with their keys. */
export const ledgerItemsOf = (applicationId: string): AsyncGenerator<z.infer<typeof Item>> =>
  entriesOf('GSI2', ledgerAccount(applicationId), Item);
