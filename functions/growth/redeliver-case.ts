import { startScreening } from '../shared/workflow.ts';
import { deliver } from './deliver-case.ts';
import { tellClosed } from './tell-closed.ts';
import { tellSettled } from './tell-settled.ts';

/**
 * Does what an interruption left undone of a case: starts its workflow, or tells it that a vote is settled, the company
 * answered, or the case is closed.
 * @throws TransientWorkflowError, TransientStoreError
 */
export const redeliverCase = (caseId: string): Promise<void> =>
  deliver(caseId, async (growthCase) => {
    if (!growthCase.started) await startScreening(caseId);
    else if (growthCase.abandoned !== null) await tellClosed(growthCase);
    else await tellSettled(growthCase);
  });
