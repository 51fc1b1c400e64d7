import type { Application } from '../../domain/application/application.ts';
import { findApplication } from '../data/applications.ts';
import { executionNameOf, executionStatus, FAILED_STATUSES } from '../shared/workflow.ts';
import { closeApplication } from './close.ts';

/** Length of an application's id, a UUID: an execution's name starts with it. */
const ID_LENGTH = 36;
export const applicationIdOf = (executionName: string): string => executionName.slice(0, ID_LENGTH);

/** The execution that counts. A crash may have come between its start and the record of it. */
export const currentExecution = ({ applicationId, executionName, restarts }: Application): string =>
  executionName ?? executionNameOf(applicationId, restarts);

/**
 * Closes as failed the application whose execution failed, was aborted or timed out: nothing stays half done, the
 * applicant is told, and staff may restart it. An execution that runs again meanwhile, or is not the application's
 * latest, changes nothing.
 * @param now ISO 8601 instant
 * @returns whether there was something to record
 * @throws TransientWorkflowError, TransientStoreError, TransientMailError
 */
export const recordFailure = async (executionName: string, now: string): Promise<boolean> => {
  const application = await findApplication(applicationIdOf(executionName));
  if (application === null || currentExecution(application) !== executionName) return false;
  const status = await executionStatus(executionName);
  if (!FAILED_STATUSES.some((failed) => failed === status)) return false;
  await closeApplication(application.applicationId, 'failed', null, now);
  return true;
};
