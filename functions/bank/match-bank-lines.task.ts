import type { StatementLine } from '../../domain/bank/line.ts';
import { namedBy } from '../../domain/bank/match.ts';
import { MatchBankLinesInput, MatchBankLinesOutput } from '../../domain/bank/steps.ts';
import type { StoredLine, StoredStatement } from '../../domain/bank/stored.ts';
import { type Chunk, changeStatement, getChunk, getStatement } from '../data/bank-statements.ts';
import { task } from '../shared/task.ts';
import { settleLine } from './settle-line.ts';

/** Lines dealt with at once. */
const AT_ONCE = 8;

type Placed = { line: StatementLine; place: number };

/** What a line shares with others that must not be dealt with at the same time; null when it is with any. */
const turnOf = (line: StatementLine): string | null => {
  if (line.kind === 'reversal') return null;
  const { numbers } = namedBy(line);
  if (numbers.length > 1) return null;
  return numbers[0] ?? line.lineId;
};

/**
 * Lines in the order they are dealt with: those of one invoice in turn, those of different invoices at once. What takes
 * back a payment, or pays several invoices, waits for all before it, so that the same file always comes to the same end.
 */
const inTurns = (lines: readonly Placed[]): Placed[][][] => {
  const rounds: Map<string, Placed[]>[] = [new Map()];
  for (const each of lines) {
    const turn = turnOf(each.line);
    if (turn === null) {
      rounds.push(new Map([['alone', [each]]]), new Map());
    } else {
      const round = rounds.at(-1);
      round?.set(turn, [...(round.get(turn) ?? []), each]);
    }
  }
  return rounds.map((round) => [...round.values()]);
};

const settleAll = async (statementId: string, chunk: Chunk, now: string): Promise<StoredLine[]> => {
  const settled: StoredLine[] = [];
  const placed = chunk.lines.map((line, index) => ({ line, place: chunk.from + index }));
  for (const round of inTurns(placed)) {
    const waiting = [...round];
    const worker = async (): Promise<void> => {
      for (let turn = waiting.shift(); turn !== undefined; turn = waiting.shift()) {
        for (const { line, place } of turn) settled.push(await settleLine({ line, at: { statementId, place }, now }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
  return settled;
};

/** The file with one more part dealt with. */
const advanced = (statement: StoredStatement, settled: readonly StoredLine[]): StoredStatement => {
  const counts = { ...statement.counts };
  for (const { state } of settled) counts[state] = (counts[state] ?? 0) + 1;
  const next = statement.next + 1;
  return {
    ...statement,
    counts,
    next,
    done: statement.done + settled.length,
    status: next === statement.chunks ? 'done' : 'running',
  };
};

/**
 * Deals with the next part of a file. Run again after a crash, it finds the lines that were dealt with and goes on with
 * the rest; a part counts once.
 */
export const handler = task(MatchBankLinesInput, MatchBankLinesOutput, async ({ statementId, now }) => {
  const { next, chunks } = await getStatement(statementId);
  if (next >= chunks) return { done: true };
  const settled = await settleAll(statementId, await getChunk(statementId, next), now);
  const after = await changeStatement(statementId, (statement) =>
    statement.next === next ? advanced(statement, settled) : null,
  );
  return { done: after.next >= chunks };
});
