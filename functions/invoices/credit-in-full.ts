import { creditInvoice } from '../data/invoices.ts';
import { owedMailWrite } from '../data/owed-mails.ts';
import { tellNow } from '../dues/owed-mail.ts';
import { tellIfSettled } from '../dues/settle.ts';

/**
 * Cancels what is left of an invoice by a credit note, because what it asked for is not to be: whoever waits for the payment
 * is told, and the company is. A process that dies after the note leaves both to the redelivery job.
 * @param now ISO 8601 instant
 * @throws Refusal `invoice-settled`; TransientStoreError, TransientWorkflowError
 */
export const creditInFull = async (number: string, { reason, now }: { reason: string; now: string }): Promise<void> => {
  const { note, receivable } = await creditInvoice(number, {
    cents: null,
    reason,
    by: { kind: 'system' },
    now,
    writes: (made) => [owedMailWrite({ about: 'credit-note', number: made.number }, now)],
  });
  await tellIfSettled(receivable);
  await tellNow([{ about: 'credit-note', number: note.number }], now);
};
