import { applicationIdOf, currentExecution, FAILED_STATUSES } from '../../domain/workflow/execution.ts';
import { findApplication } from '../data/applications.ts';
import { executionStatus } from '../shared/workflow.ts';
import { closeApplication } from './close.ts';

/**
 * Closes as failed the application whose execution failed, was aborted or timed out: nothing stays half done, the
 * applicant is told, and staff may restart it. An execution that runs again meanwhile, or is not the application's
 * latest, changes nothing.
 * @param now ISO 8601 instant
 * @returns whether there was something to record
 * @throws TransientWorkflowError, TransientStoreError, TransientMailError
 */
export const recordFailure = async (executionName: string, now: string): Promise<boolean> => {
  const applicationId = applicationIdOf(executionName);
  const application = applicationId === null ? null : await findApplication(applicationId);
  if (application === null || currentExecution(application) !== executionName) return false;
  const status = await executionStatus(executionName);
  if (!FAILED_STATUSES.some((failed) => failed === status)) return false;
  await closeApplication(application.applicationId, 'failed', null, now);
  return true;
};
