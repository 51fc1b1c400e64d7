import { caseOfScreening } from '../../domain/growth/case-id.ts';
import { FAILED_STATUSES } from '../../domain/workflow/execution.ts';
import { findCase } from '../data/growth-cases.ts';
import { executionStatus } from '../shared/workflow.ts';
import { endCase } from './end-case.ts';

/**
 * Ends as failed the screening whose execution failed, was aborted or timed out: nothing stays half done, and another may
 * be asked for. One that runs again meanwhile, or has ended, changes nothing.
 * @param now ISO 8601 instant
 * @throws TransientWorkflowError, TransientStoreError
 */
export const recordScreeningFailure = async (executionName: string, now: string): Promise<void> => {
  const caseId = caseOfScreening(executionName);
  const growthCase = caseId === null ? null : await findCase(caseId);
  if (growthCase === null || growthCase.endedAt !== null) return;
  const status = await executionStatus(executionName, 'high-growth-screening');
  if (FAILED_STATUSES.some((failed) => failed === status)) await endCase(growthCase.caseId, 'failed', now);
};
