import type { StoredLine } from '../../domain/bank/stored.ts';
import { getStatement, statementWrite } from '../data/bank-statements.ts';
import type { Write } from '../data/table.ts';

/** The write of what a file counts, when a line of it goes from one state to another. */
export const recounted = async (before: StoredLine, after: Pick<StoredLine, 'state'>): Promise<Write> => {
  const statement = await getStatement(before.statementId);
  const counts = { ...statement.counts };
  counts[before.state] = Math.max(0, (counts[before.state] ?? 0) - 1);
  counts[after.state] = (counts[after.state] ?? 0) + 1;
  return statementWrite(statement, { ...statement, counts });
};
