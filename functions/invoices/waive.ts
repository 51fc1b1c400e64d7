import * as z from 'zod';
import { InvoiceAccepted } from '../../domain/contract/dues-responses.ts';
import { Refusal } from '../../domain/errors.ts';
import { waiveReceivable } from '../../domain/invoice/moves.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { debtorOf, invoiceWaived } from '../../domain/ledger/postings.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { owedMailWrite } from '../data/owed-mails.ts';
import { earlierPost, type Post, postWrites } from '../data/posts.ts';
import { changeReceivable } from '../data/receivables.ts';
import { tellNow } from '../dues/owed-mail.ts';
import { tellIfSettled } from '../dues/settle.ts';

/** What the treasurer decides about an invoice: of how much, why, who; and the post that says so. */
export type Decision = {
  /** Including VAT; null for all that is left. */
  cents: number | null;
  reason: string;
  by: Actor;
  /** ISO 8601 instant. */
  now: string;
  /** Null when it may not be sent again. */
  post: Post | null;
};

/** What a waiver came to: the answer, and what names it in the journal and in the mail. */
const Waived = z.object({ answer: InvoiceAccepted, id: z.string(), cents: z.int() });

/**
 * Gives up what is owed of an invoice, in whole or in part. Whoever waits for the payment is told when nothing is left.
 * @throws Refusal `not-found`, `invoice-settled`, `invalid-fields`, `idempotency-key-reused`; TransientStoreError
 */
export const waiveInvoice = async (number: string, decision: Decision): Promise<z.infer<typeof InvoiceAccepted>> => {
  const { reason, by, now, post } = decision;
  const result: { waived?: z.infer<typeof Waived>; repeated: boolean } = { repeated: false };
  const receivable = await changeReceivable(number, async (before) => {
    result.waived = (await earlierPost(post, Waived)) ?? undefined;
    result.repeated = result.waived !== undefined;
    if (result.waived !== undefined) return null;
    const cents = decision.cents ?? balanceOf(before);
    if (cents === 0) throw new Refusal('invoice-settled');
    const after = waiveReceivable(before, cents);
    const id = `waiver:${number}:${before.version + 1}`;
    const date = parisDay(now);
    const waived = { answer: { number, status: after.status, balanceCents: balanceOf(after) }, id, cents };
    result.waived = waived;
    const movement = { key: id, date, piece: number, pieceDate: before.issuedOn, label: `Remise ${number}`, at: now };
    return {
      receivable: after,
      at: now,
      events: [{ actor: by, happening: { type: 'invoice-waived', number, cents, comment: reason } }],
      ledger: [invoiceWaived(movement, debtorOf(before), cents)],
      writes: [...postWrites(post, waived), owedMailWrite({ about: 'waiver', number, waiverId: id, cents }, now)],
    };
  });
  if (result.waived === undefined) throw new Error(`Nothing was waived of ${number}.`);
  await tellIfSettled(receivable);
  const { answer, id, cents } = result.waived;
  // The post that had the effect tells of it, alone: of several at once each would.
  if (!result.repeated) await tellNow([{ about: 'waiver', number, waiverId: id, cents }], now);
  return answer;
};
