import * as z from 'zod';
import { StatementLine } from '../../domain/bank/line.ts';
import { StoredStatement } from '../../domain/bank/stored.ts';
import { Refusal } from '../../domain/errors.ts';
import { ConditionFailed, WriteConflict } from './errors.ts';
import { BANK_STATEMENTS, chunkKey, statementIndexes, statementKey } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { get, transact, type Write } from './table.ts';
import { untilWritten } from './until-written.ts';

/** The lines of one part of a file: the place of the first in the file, and all of them in order. */
const Chunk = z.object({ from: z.int().nonnegative(), lines: z.array(StatementLine) });
export type Chunk = z.infer<typeof Chunk>;

/** Most lines and bytes of a chunk: DynamoDB takes 400 kB an item, and a task some seconds for so many lines. */
const MOST_LINES = 200;
const MOST_BYTES = 250_000;
/** Chunks written at once. */
const AT_ONCE = 8;

/** Cuts lines into chunks. */
export const chunksOf = (lines: readonly StatementLine[]): Chunk[] => {
  const chunks: Chunk[] = [];
  let bytes = 0;
  for (const [place, line] of lines.entries()) {
    const size = Buffer.byteLength(JSON.stringify(line));
    const last = chunks.at(-1);
    if (last === undefined || last.lines.length >= MOST_LINES || bytes + size > MOST_BYTES) {
      chunks.push({ from: place, lines: [line] });
      bytes = size;
    } else {
      last.lines.push(line);
      bytes += size;
    }
  }
  return chunks;
};

/** The file, strongly consistent; null when there is none. */
export const findStatement = (statementId: string): Promise<StoredStatement | null> =>
  get(statementKey(statementId), StoredStatement);

/** @throws Refusal `not-found` */
export const getStatement = async (statementId: string): Promise<StoredStatement> => {
  const statement = await findStatement(statementId);
  if (statement === null) throw new Refusal('not-found');
  return statement;
};

/** Files, the newest first. */
export const listStatements = (page: PageRequest): Promise<Page<StoredStatement>> =>
  readPage('GSI1', { pk: BANK_STATEMENTS, newestFirst: true }, StoredStatement, page);

/** Files that were sent before a day, the oldest first. @param day ISO 8601 date */
export const listStatementsBefore = (day: string, page: PageRequest): Promise<Page<StoredStatement>> =>
  readPage('GSI1', { pk: BANK_STATEMENTS, before: day }, StoredStatement, page);

/** A part of a file; null when there is none (any more). */
export const findChunk = (statementId: string, chunk: number): Promise<Chunk | null> =>
  get(chunkKey(statementId, chunk), Chunk);

/** @throws Error when the file has no such part */
export const getChunk = async (statementId: string, chunk: number): Promise<Chunk> => {
  const found = await findChunk(statementId, chunk);
  if (found === null) throw new Error(`The file ${statementId} has no part ${chunk}.`);
  return found;
};

const item = (statement: StoredStatement) => ({
  ...statementKey(statement.statementId),
  ...statementIndexes(statement),
  ...statement,
});

/**
 * Keeps a file: its lines first, then the file itself, so that one that is there is whole. The same file sent twice, or
 * twice at once, writes the same lines, and is kept once.
 * @returns false when it was there before
 */
export const keepStatement = async (statement: StoredStatement, chunks: readonly Chunk[]): Promise<boolean> => {
  const { statementId } = statement;
  const waiting = [...chunks.entries()];
  const writer = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [number, chunk] = next;
      await transact([{ put: { ...chunkKey(statementId, number), ...chunk } }]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
  try {
    await transact([{ put: item(statement), condition: 'attribute_not_exists(PK)' }]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
};

/** The write of a file as it becomes; it fails when somebody else wrote first. Its version is set here. */
export const statementWrite = (before: StoredStatement, after: StoredStatement): Write => ({
  put: item({ ...after, version: before.version + 1 }),
  condition: 'version = :read',
  values: { ':read': before.version },
  otherwise: () => new WriteConflict(`The file ${before.statementId} was changed by another.`),
});

/** Changes a file: reads it, asks `decide`, writes. @param decide null when there is nothing (left) to do */
export const changeStatement = (
  statementId: string,
  decide: (statement: StoredStatement) => StoredStatement | null,
): Promise<StoredStatement> =>
  untilWritten(async () => {
    const before = await getStatement(statementId);
    const after = decide(before);
    if (after === null) return before;
    await transact([statementWrite(before, after)]);
    return { ...after, version: before.version + 1 };
  });
