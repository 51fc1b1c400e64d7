import { outcomeOf } from '../../domain/dues/dues.ts';
import { isSettled } from '../../domain/invoice/moves.ts';
import type { Receivable } from '../../domain/invoice/receivable.ts';
import { WriteConflict } from '../data/errors.ts';
import { findReceivable, writeReopened, writeToken } from '../data/receivables.ts';
import { untilWritten } from '../data/until-written.ts';
import { logger } from '../shared/observability.ts';
import { sendAnswer } from '../shared/workflow.ts';

/**
 * What is owed again since the state that waited was told of its payment is waited for by nobody: its workflow has gone on.
 * @param token of the state that was told
 */
const reopenTold = (number: string, token: string): Promise<void> =>
  untilWritten(async () => {
    const receivable = await findReceivable(number);
    if (receivable === null || receivable.token !== token || isSettled(receivable)) return;
    await writeReopened(receivable);
  });

/**
 * Tells the state that waits for the payment of an invoice how it ended, and forgets its token. An invoice that is still
 * owed, or that nobody waits for, is passed over; a state that waits no more found out by itself.
 * @param dossier the one it lies in, where that is known
 * @throws TransientWorkflowError, TransientStoreError: the redelivery job tries again
 */
export const deliverSettlement = async (number: string, dossier?: string): Promise<void> => {
  const receivable = await findReceivable(number, dossier);
  if (receivable === null || receivable.token === null || !isSettled(receivable)) return;
  const told = await sendAnswer(receivable.token, { outcome: outcomeOf(receivable.status) });
  try {
    await writeToken(receivable, null);
  } catch (error) {
    // Another delivered it at the same time, or it is owed again: the state that waited has been told either way.
    if (!(error instanceof WriteConflict)) throw error;
    if (told) await reopenTold(number, receivable.token);
  }
};

/**
 * To be called after what is owed has changed and was stored: where nothing is owed any more, whoever waits is told now.
 * What cannot be told now is left to the redelivery job.
 */
export const tellIfSettled = async (
  receivable: Pick<Receivable, 'number' | 'applicationId' | 'status' | 'token'>,
): Promise<void> => {
  if (receivable.token === null || !isSettled(receivable)) return;
  try {
    await deliverSettlement(receivable.number, receivable.applicationId);
  } catch (error) {
    logger.warn('payment not delivered yet', error instanceof Error ? error : new Error(String(error)));
  }
};
