import type * as z from 'zod';
import type { StaffInvoice, StaffInvoiceSummary } from '../../domain/contract/dues-responses.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import type { Payment } from '../../domain/payment/payment.ts';
import type { ListedInvoice } from '../data/invoices.ts';
import type { StoredReceivable } from '../data/receivables.ts';

// What of invoices staff get to see.

/** An invoice or a credit note as a line of the list. */
export const invoiceSummaryView = (listed: ListedInvoice): z.input<typeof StaffInvoiceSummary> => {
  const { number, applicationId, memberNumber, antenna, issuedOn, dueOn, totalCents } = listed;
  const common = { number, applicationId, memberNumber, antenna, issuedOn, dueOn, totalCents };
  if ('kind' in listed) {
    const { legalName: companyName, siren } = listed.buyer;
    return { ...common, kind: listed.kind, companyName, siren, balanceCents: 0, status: null, delayAsked: false };
  }
  const { companyName, siren, status, delayAsked } = listed;
  return {
    ...common,
    kind: 'invoice',
    companyName,
    siren,
    balanceCents: balanceOf(listed),
    status,
    delayAsked: delayAsked !== null,
  };
};

/** What a reader may do about an invoice. */
const actions = (receivable: StoredReceivable | null, decides: boolean): z.input<typeof StaffInvoice>['may'] => {
  const owed = decides && receivable !== null && balanceOf(receivable) > 0;
  return { waive: owed, credit: owed, pay: owed, decideDelay: owed && receivable.delayAsked !== null };
};

/**
 * One invoice with all that came of it.
 * @param others invoices and credit notes of the same dossier
 * @param decides whether the reader keeps the accounts
 */
export const staffInvoiceView = (
  invoice: Invoice,
  receivable: StoredReceivable | null,
  others: readonly Invoice[],
  payments: readonly Payment[],
  decides: boolean,
): z.input<typeof StaffInvoice> => ({
  invoice,
  receivable,
  balanceCents: receivable === null ? 0 : balanceOf(receivable),
  creditNotes: others.flatMap(({ number, issuedOn, totalCents, corrects }) =>
    corrects?.number === invoice.number ? [{ number, issuedOn, totalCents, reason: corrects.reason }] : [],
  ),
  payments: payments.filter(({ allocations }) => allocations.some(({ number }) => number === invoice.number)),
  may: actions(receivable, decides),
});
