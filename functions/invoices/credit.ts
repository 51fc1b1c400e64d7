import type * as z from 'zod';
import { CreditNoteAccepted } from '../../domain/contract/dues-responses.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { creditInvoice } from '../data/invoices.ts';
import { owedMailWrite } from '../data/owed-mails.ts';
import { earlierPost, postWrites } from '../data/posts.ts';
import { getReceivable } from '../data/receivables.ts';
import { untilWritten } from '../data/until-written.ts';
import { tellNow } from '../dues/owed-mail.ts';
import { tellIfSettled } from '../dues/settle.ts';
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
      writes: (made, after) => [
        ...postWrites(post, {
          number,
          status: after.status,
          balanceCents: balanceOf(after),
          creditNote: made.number,
        }),
        owedMailWrite({ about: 'credit-note', number: made.number }, now),
      ],
    });
    return { number, status: receivable.status, balanceCents: balanceOf(receivable), creditNote: note.number };
  });
  await tellIfSettled(await getReceivable(number));
  if (result.repeated) return answer;
  // The post that had the effect tells of it, alone: of several at once each would.
  await tellNow([{ about: 'credit-note', number: answer.creditNote }], now);
  return answer;
};
