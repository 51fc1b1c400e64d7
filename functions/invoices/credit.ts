import type * as z from 'zod';
import { CreditNoteAccepted } from '../../domain/contract/dues-responses.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { creditInvoice, getInvoice } from '../data/invoices.ts';
import { earlierPost, postWrites } from '../data/posts.ts';
import { getReceivable } from '../data/receivables.ts';
import { untilWritten } from '../data/until-written.ts';
import { sendCreditNote } from '../dues/mails.ts';
import { tellIfSettled } from '../dues/settle.ts';
import { attempted } from './attempted.ts';
import type { Decision } from './waive.ts';

/**
 * Cancels what is left of an invoice, or a part of it, by a credit note, and tells the company and whoever waits for the
 * payment.
 * @throws Refusal `not-found`, `invoice-settled`, `invalid-fields`, `idempotency-key-reused`; TransientStoreError
 */
export const creditAndTell = async (
  number: string,
  { cents, reason, by, now, post }: Decision,
): Promise<z.infer<typeof CreditNoteAccepted>> => {
  const result = { repeated: false };
  const answer = await untilWritten(async () => {
    const earlier = await earlierPost(post, CreditNoteAccepted);
    result.repeated = earlier !== null;
    if (earlier !== null) return earlier;
    const { note, receivable } = await creditInvoice(number, {
      cents,
      reason,
      by,
      now,
      writes: (made, after) =>
        postWrites(post, {
          number,
          status: after.status,
          balanceCents: balanceOf(after),
          creditNote: made.number,
        }),
    });
    return { number, status: receivable.status, balanceCents: balanceOf(receivable), creditNote: note.number };
  });
  const receivable = await getReceivable(number);
  await tellIfSettled(receivable);
  if (result.repeated) return answer;
  // The post that had the effect tells of it, alone: of several at once each would.
  const note = await getInvoice(answer.creditNote);
  await attempted('credit note not mailed', () => sendCreditNote(note, { receivable, now }));
  return answer;
};
