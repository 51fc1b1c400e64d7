import type * as z from 'zod';
import type { LinkInvoice, Receipt, TransferDetails } from '../../domain/contract/dues-responses.ts';
import { delayableUntil } from '../../domain/invoice/delay.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { isSettled } from '../../domain/invoice/moves.ts';
import { balanceOf, type Receivable } from '../../domain/invoice/receivable.ts';
import type { Payment } from '../../domain/payment/payment.ts';
import { transferQr } from '../../domain/payment/transfer-qr.ts';

// What of its invoices a company gets to see.

/** How what is left of an invoice is paid by transfer; null when nothing is. */
const transferOf = ({ seller }: Invoice, receivable: Receivable): z.input<typeof TransferDetails> | null => {
  if (isSettled(receivable)) return null;
  const { legalName: name, iban, bic } = seller;
  const { reference } = receivable;
  const cents = balanceOf(receivable);
  return { name, iban, bic, reference, cents, qr: transferQr({ name, iban, bic, cents, reference }) };
};

/** What an invoice was paid by: the part that each payment gave it. */
const receiptsOf = (number: string, payments: readonly Payment[]): z.input<typeof Receipt>[] =>
  payments.flatMap(({ paymentId, method, receivedOn, reversedOn, allocations }) =>
    allocations
      .filter((allocation) => allocation.number === number)
      // What was held first paid the day it was used.
      .map(({ cents, usedOn }) => ({
        paymentId,
        method: usedOn === null ? method : ('credit' as const),
        receivedOn: usedOn ?? receivedOn,
        cents,
        reversedOn,
      })),
  );

/**
 * An invoice or a credit note as its company sees it.
 * @param receivable null for a credit note, which nobody owes
 */
export const linkInvoiceView = (
  invoice: Invoice,
  receivable: Receivable | null,
  payments: readonly Payment[],
): z.input<typeof LinkInvoice> => {
  const { number, kind, issuedOn, dueOn, totalCents, corrects } = invoice;
  const delayAsked = receivable?.delayAsked ?? null;
  return {
    number,
    kind,
    issuedOn,
    dueOn: receivable?.dueOn ?? dueOn,
    totalCents,
    status: receivable?.status ?? null,
    balanceCents: receivable === null ? 0 : balanceOf(receivable),
    corrects: corrects?.number ?? null,
    transfer: receivable === null ? null : transferOf(invoice, receivable),
    receipts: receiptsOf(number, payments),
    delayAsked: delayAsked === null ? null : { until: delayAsked.until, reason: delayAsked.reason },
    delayableUntil: receivable === null ? null : delayableUntil(receivable),
  };
};
