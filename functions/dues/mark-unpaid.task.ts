import { outcomeOf } from '../../domain/dues/dues.ts';
import { MarkUnpaidInput, MarkUnpaidOutput } from '../../domain/dues/steps.ts';
import { isSettled, markUnpaid } from '../../domain/invoice/moves.ts';
import { changeReceivable } from '../data/receivables.ts';
import { task } from '../shared/task.ts';
import { assertAsked } from './live.ts';
import { sendUnpaid } from './mails.ts';

/** Gives an invoice up after its last step: still owed, no longer waited for. One paid at the last moment is paid. */
export const handler = task(MarkUnpaidInput, MarkUnpaidOutput, async ({ applicationId, number, now }) => {
  const receivable = await changeReceivable(
    number,
    (before, application) => {
      assertAsked(application);
      if (isSettled(before) || before.status === 'unpaid') return null;
      return {
        receivable: { ...markUnpaid(before), token: null },
        at: now,
        events: [{ actor: { kind: 'system' }, happening: { type: 'invoice-unpaid', number } }],
      };
    },
    applicationId,
  );
  if (receivable.status === 'unpaid') await sendUnpaid({ receivable, now });
  return { outcome: outcomeOf(receivable.status) ?? 'unpaid' };
});
