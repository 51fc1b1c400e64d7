import { changeMailing, getMailing } from '../data/mailings.ts';
import { startMailingExecution } from '../shared/workflow.ts';

/**
 * Starts the workflow of a mailing, unless that was done: what a crash left is done by whoever sends the same post again,
 * or by the redelivery job.
 * @throws TransientWorkflowError, TransientStoreError
 */
export const startMailing = async (mailingId: string): Promise<void> => {
  if ((await getMailing(mailingId)).started) return;
  await startMailingExecution(mailingId);
  await changeMailing(mailingId, (mailing) => (mailing.started ? null : { ...mailing, started: true }));
};
