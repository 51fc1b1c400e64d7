import { ROUTES } from '../../domain/contract/routes.ts';
import { getApplication } from '../data/applications.ts';
import { listInvoices } from '../data/invoices.ts';
import { listPayments } from '../data/payments.ts';
import { listReceivables } from '../data/receivables.ts';
import { isOn } from '../payments/stripe/switch.ts';
import { readEnvironment } from '../shared/environment.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { standingQuote } from './standing-quote.ts';
import { linkInvoiceView } from './views.ts';

const { stripeKeys } = readEnvironment('stripeKeys');

/** The quote, the invoices, how to pay and what was paid, for the company of a private link. */
export const handler = api(ROUTES.GetLinkDues, linkHolder, async ({ caller, now }) => {
  const { applicationId } = caller;
  const [application, invoices, receivables, payments] = await Promise.all([
    getApplication(applicationId),
    listInvoices(applicationId),
    listReceivables(applicationId),
    listPayments(applicationId),
  ]);
  const owed = new Map(receivables.map((receivable) => [receivable.number, receivable]));
  const inOrder = [...invoices].sort(
    (a, b) => a.issuedAt.localeCompare(b.issuedAt) || b.number.localeCompare(a.number),
  );
  return {
    quote: await standingQuote(application, now),
    invoices: inOrder.map((invoice) => linkInvoiceView(invoice, owed.get(invoice.number) ?? null, payments)),
    heldCents: payments.reduce((sum, { heldCents }) => sum + heldCents, 0),
    cardPayment: isOn(stripeKeys),
  };
});
