import type * as z from 'zod';
import type { InvoiceAccepted } from '../../domain/contract/dues-responses.ts';
import { balanceOf, type Receivable } from '../../domain/invoice/receivable.ts';

/** Where an invoice stands after what was asked of it. */
export const invoiceAccepted = (receivable: Receivable): z.infer<typeof InvoiceAccepted> => ({
  number: receivable.number,
  status: receivable.status,
  balanceCents: balanceOf(receivable),
});
