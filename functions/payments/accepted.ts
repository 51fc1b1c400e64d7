import type * as z from 'zod';
import type { InvoiceAccepted } from '../../domain/contract/dues-responses.ts';
import { balanceOf, type Receivable } from '../../domain/invoice/receivable.ts';

/** Where an invoice stands after a payment, of the invoices that it paid. */
export const acceptedOf = (receivables: readonly Receivable[], number: string): z.infer<typeof InvoiceAccepted> => {
  const receivable = receivables.find((each) => each.number === number);
  if (receivable === undefined) throw new Error(`The payment left ${number} as it was.`);
  return { number, status: receivable.status, balanceCents: balanceOf(receivable) };
};
