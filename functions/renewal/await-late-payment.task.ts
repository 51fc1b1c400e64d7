import * as z from 'zod';
import { outcomeOf } from '../../domain/dues/dues.ts';
import { isSettled } from '../../domain/invoice/moves.ts';
import { renewalDuesId } from '../../domain/renewal/names.ts';
import { AwaitLatePaymentInput } from '../../domain/renewal/steps.ts';
import { findDues } from '../data/invoices.ts';
import { getMember } from '../data/members.ts';
import { getReceivable, writeToken } from '../data/receivables.ts';
import { untilWritten } from '../data/until-written.ts';
import { task } from '../shared/task.ts';
import { sendAnswer } from '../shared/workflow.ts';
import { assertRenewing } from './step.ts';

/** Leaves the state's token with the invoice: a payment that comes late answers it, one that is there does at once. */
export const handler = task(AwaitLatePaymentInput, z.strictObject({}), async (input) => {
  const { applicationId, memberNumber, key, taskToken } = input;
  assertRenewing(await getMember(memberNumber), key);
  const dues = await findDues(applicationId, renewalDuesId(applicationId, key));
  const number = dues?.number ?? null;
  if (number === null) throw new Error(`The dues of ${memberNumber} for ${key} have no invoice.`);
  await untilWritten(async () => {
    const receivable = await getReceivable(number, applicationId);
    // One that was credited in whole is paid by nobody: the state waits for the day to come.
    if (receivable.status === 'cancelled') return;
    if (isSettled(receivable)) await sendAnswer(taskToken, { outcome: outcomeOf(receivable.status) });
    else if (receivable.token !== taskToken) await writeToken(receivable, taskToken);
  });
  return {};
});
