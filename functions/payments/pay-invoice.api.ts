import { InvoiceAccepted } from '../../domain/contract/dues-responses.ts';
import { PAYMENT_ROUTES } from '../../domain/contract/payment-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { owedMailWrite } from '../data/owed-mails.ts';
import { earlierPost, postWrites } from '../data/posts.ts';
import { getReceivable } from '../data/receivables.ts';
import { tellNow } from '../dues/owed-mail.ts';
import { tellIfSettled } from '../dues/settle.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { postOf } from '../shared/http/post.ts';
import { sha256 } from '../shared/tokens.ts';
import { acceptedOf } from './accepted.ts';
import { paymentMails, takePayment } from './take-payment.ts';

/** Enters a payment that reached the cluster otherwise than by the bank's file: who, how much, how, why. */
export const handler = api(PAYMENT_ROUTES.PayInvoice, treasurer, async (request) => {
  const { caller, params, body, now, idempotencyKey } = request;
  const { number } = params;
  const post = postOf(`PayInvoice#${number}`, request);
  if (body.receivedOn > parisDay(now)) {
    throw new Refusal('invalid-fields', { errors: [{ path: 'receivedOn', code: 'payment.future' }] });
  }
  const earlier = await earlierPost(post, InvoiceAccepted);
  if (earlier !== null) return earlier;
  const before = await getReceivable(number);
  // Without a key of the caller's, the invoice as it was is what tells one payment from the next.
  const key = sha256(`${number}#${idempotencyKey ?? `${before.version}`}`).slice(0, 32);
  const { payments, paid } = await takePayment(
    {
      paymentId: `hand-${key}`,
      method: body.method,
      receivedOn: body.receivedOn,
      cents: body.cents,
      payer: null,
      numbers: [number],
      by: { kind: 'staff', id: caller.id, name: caller.name },
      note: body.note,
      piece: number,
      now,
    },
    ({ allocation, receivables, payments: taken }) => {
      if (allocation.shares.length === 0) throw new Refusal('invoice-settled');
      return [
        ...postWrites(post, acceptedOf(receivables, number)),
        ...paymentMails(taken).map((mail) => owedMailWrite(mail, now)),
      ];
    },
  );
  for (const { receivable } of paid) await tellIfSettled(receivable);
  await tellNow(paymentMails(payments), now);
  return acceptedOf([await getReceivable(number)], number);
});
