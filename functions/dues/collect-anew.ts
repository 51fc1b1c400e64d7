import { collectionNameOf } from '../../domain/dues/dues.ts';
import { WriteConflict } from '../data/errors.ts';
import { findDues } from '../data/invoices.ts';
import { findReceivable, writeCollected } from '../data/receivables.ts';
import { startCollection } from '../shared/workflow.ts';

/**
 * Has an invoice collected that was settled and is owed again, because the bank took its payment back: `dues` goes on with
 * the step it had come to. Once for each time it was reopened, however often it is called.
 * @throws TransientWorkflowError, TransientStoreError: the redelivery job tries again
 */
export const collectAnew = async (number: string): Promise<void> => {
  const receivable = await findReceivable(number);
  if (receivable === null || receivable.reopenedAt === null) return;
  const { applicationId, duesId, reopenedAt } = receivable;
  const dues = await findDues(applicationId, duesId);
  if (dues === null) throw new Error(`The dues ${duesId} of ${number} are not there.`);
  const { purpose, period } = dues;
  await startCollection(collectionNameOf({ applicationId, number, reopenedAt }), {
    applicationId,
    duesId,
    purpose,
    period,
  });
  try {
    await writeCollected(receivable);
  } catch (error) {
    // It was paid, or its workflow has begun, at the same time: the next run finds out.
    if (!(error instanceof WriteConflict)) throw error;
  }
};
