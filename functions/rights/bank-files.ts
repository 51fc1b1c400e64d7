import type { StoredStatement } from '../../domain/bank/stored.ts';
import { accountsKeptFrom } from '../../domain/rights/erasure.ts';
import { findChunk, listStatementsBefore } from '../data/bank-statements.ts';
import { removeAll } from '../data/dossiers.ts';
import { bankLineKey, chunkKey, statementKey } from '../data/keys.ts';

/** Files looked up at a time. */
const PAGE = 20;

/** Removes a file with all its lines, part by part, itself last: one that is half removed is found again. */
const removeFile = async ({ statementId, chunks }: StoredStatement): Promise<void> => {
  for (let number = 0; number < chunks; number += 1) {
    const chunk = await findChunk(statementId, number);
    if (chunk === null) continue;
    const lines = chunk.lines.map((_, index) => bankLineKey(statementId, chunk.from + index));
    await removeAll([...lines, chunkKey(statementId, number)]);
  }
  await removeAll([statementKey(statementId)]);
};

/**
 * Removes the files of the bank that the law asks for no more, with the names of payers in them. What they paid is in the
 * accounts of each dossier.
 * @param today ISO 8601 date in Europe/Paris
 * @returns how many
 */
export const removeBankFiles = async (today: string): Promise<number> => {
  let removed = 0;
  let cursor: string | undefined;
  do {
    const page = await listStatementsBefore(accountsKeptFrom(today), { cursor, limit: PAGE });
    for (const statement of page.items) await removeFile(statement);
    removed += page.items.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return removed;
};
