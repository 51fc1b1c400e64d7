import * as z from 'zod';
import { outcomeOf } from '../../domain/dues/dues.ts';
import { AwaitPaymentInput } from '../../domain/dues/steps.ts';
import { isSettled } from '../../domain/invoice/moves.ts';
import { getApplication } from '../data/applications.ts';
import { getReceivable, writeToken } from '../data/receivables.ts';
import { untilWritten } from '../data/until-written.ts';
import { task } from '../shared/task.ts';
import { sendAnswer } from '../shared/workflow.ts';
import { assertAsked } from './live.ts';

/** Leaves the state's token with the invoice, so that whatever settles it answers; one that is settled answers at once. */
export const handler = task(AwaitPaymentInput, z.strictObject({}), async ({ applicationId, number, taskToken }) => {
  await untilWritten(async () => {
    const receivable = await getReceivable(number, applicationId);
    assertAsked(await getApplication(applicationId));
    if (isSettled(receivable)) await sendAnswer(taskToken, { outcome: outcomeOf(receivable.status) });
    else if (receivable.token !== taskToken) await writeToken(receivable, taskToken);
  });
  return {};
});
