import type { StoredLine } from '../../domain/bank/stored.ts';
import { PAYMENT_ROUTES } from '../../domain/contract/payment-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../../domain/task/task.ts';
import { getLine, lineWrite } from '../data/bank-lines.ts';
import { owedMailWrite } from '../data/owed-mails.ts';
import { listPayments, type StoredPayment } from '../data/payments.ts';
import { dossierOf } from '../data/receivables.ts';
import { untilWritten } from '../data/until-written.ts';
import { tellNow } from '../dues/owed-mail.ts';
import { tellIfSettled } from '../dues/settle.ts';
import { reversePayment } from '../payments/reverse-payment.ts';
import { paymentMails, takePayment } from '../payments/take-payment.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { recounted } from './recount.ts';
import { mayReverse, reversalOf } from './reverse-line.ts';
import { incomingOf, outcomeOf } from './settle-line.ts';
import { bankLineView } from './views.ts';

type Match = { numbers: readonly string[]; by: Actor; now: string };

const noPayment = (): Refusal =>
  new Refusal('invalid-fields', { errors: [{ path: 'numbers', code: 'reversal.no-payment' }] });

/** Pays the invoices a person says a line is for. */
const pay = async (line: StoredLine, { numbers, by, now }: Match): Promise<void> => {
  const dossiers = await Promise.all(numbers.map(dossierOf));
  const unknown = dossiers.indexOf(null);
  if (unknown >= 0) {
    throw new Refusal('invalid-fields', { errors: [{ path: `numbers.${unknown}`, code: 'invoice.unknown' }] });
  }
  const { paid, allocation: spread } = await takePayment(
    incomingOf(line, { numbers, by, now, inSuspense: true }),
    async ({ allocation, payments }) => {
      if (allocation.shares.length === 0) throw new Refusal('invoice-settled');
      const after: StoredLine = { ...line, why: 'by-person', by, at: now, ...outcomeOf(allocation, payments) };
      return [
        lineWrite(line, after),
        await recounted(line, after),
        ...paymentMails(payments).map((mail) => owedMailWrite(mail, now)),
      ];
    },
  );
  // Somebody else matched it at the same time.
  if (spread === null) throw new Refusal('line-closed');
  for (const { receivable } of paid) await tellIfSettled(receivable);
};

/** The payment that the bank took back, of those that paid the invoices a person names. */
const paymentOf = async (line: StoredLine, numbers: readonly string[]): Promise<StoredPayment> => {
  const dossiers = [...new Set(await Promise.all(numbers.map(dossierOf)))].filter((dossier) => dossier !== null);
  const payments = (await Promise.all(dossiers.map(listPayments))).flat();
  const found = payments.findLast(
    (payment) => mayReverse(payment, line) && payment.allocations.some(({ number }) => numbers.includes(number)),
  );
  if (found === undefined) throw noPayment();
  return found;
};

/** Takes back the payment a person says a line reverses. */
const reverse = async (line: StoredLine, { numbers, by, now }: Match): Promise<void> => {
  const { paymentId, allocations } = await paymentOf(line, numbers);
  const invoices = allocations.map(({ number, cents }) => ({ number, cents }));
  const after: StoredLine = {
    ...line,
    state: 'reversal',
    why: 'by-person',
    by,
    at: now,
    invoices,
    paymentIds: [paymentId],
  };
  await reversePayment(paymentId, reversalOf(line, { by, now, inSuspense: true }), async () => [
    lineWrite(line, after),
    await recounted(line, after),
    owedMailWrite({ about: 'payment', paymentId }, now),
  ]);
};

/** Matches a line that waits with the invoices a person says it is for. */
const match = (lineId: string, asked: Match): Promise<void> =>
  untilWritten(async () => {
    const line = await getLine(lineId);
    if (line.state !== 'unknown') throw new Refusal('line-closed');
    await (line.cents > 0 ? pay(line, asked) : reverse(line, asked));
  });

/** Says which invoices a line pays. */
export const handler = api(PAYMENT_ROUTES.MatchBankLine, treasurer, async ({ params, body, caller, now, language }) => {
  const by: Actor = { kind: 'staff', id: caller.id, name: caller.name };
  await match(params.id, { numbers: body.numbers, by, now });
  const line = await getLine(params.id);
  await tellNow(paymentMails(line.paymentIds.map((paymentId) => ({ paymentId }))), now);
  return bankLineView(line, language);
});
