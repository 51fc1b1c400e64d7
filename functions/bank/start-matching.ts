import { changeStatement, findStatement } from '../data/bank-statements.ts';
import { startReconciliation } from '../shared/workflow.ts';

/**
 * Starts on the lines of a file, unless that was done: what a crash left is done by whoever sends the file again, or by
 * the redelivery job.
 * @throws TransientWorkflowError, TransientStoreError
 */
export const startMatching = async (statementId: string): Promise<void> => {
  const statement = await findStatement(statementId);
  if (statement === null || statement.started) return;
  await startReconciliation(statement.executionName, statementId);
  await changeStatement(statementId, (now) =>
    now.executionName === statement.executionName && !now.started ? { ...now, started: true } : null,
  );
};
