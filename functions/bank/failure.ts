import { changeStatement, findStatement } from '../data/bank-statements.ts';

/**
 * Records that the execution that matched the lines of a file has failed: whoever sends the file again goes on with it.
 * An execution that was replaced since, or a file that is done, is left alone.
 * @param executionName the file's id, with a number after it when it was gone on with
 */
export const recordMatchingFailure = async (executionName: string): Promise<void> => {
  const statementId = executionName.split('-')[0] ?? '';
  if ((await findStatement(statementId)) === null) return;
  await changeStatement(statementId, (statement) =>
    statement.executionName === executionName && statement.status === 'running'
      ? { ...statement, status: 'failed' }
      : null,
  );
};
