import { ROUTES } from '../../domain/contract/routes.ts';
import { antennasOf, readingScope } from '../../domain/staff/access.ts';
import { assertWithin, keepsAccounts } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { getInvoice, listInvoices } from '../data/invoices.ts';
import { listPayments } from '../data/payments.ts';
import { findReceivable } from '../data/receivables.ts';
import { noteOpened } from '../rights/opened.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { staffInvoiceView } from './views.ts';

/** One invoice or credit note with all that came of it, for staff who may read its dossier. */
export const handler = api(ROUTES.GetInvoice, staff, async ({ caller, params, now }) => {
  const invoice = await getInvoice(params.number);
  const { applicationId } = invoice;
  assertWithin(readingScope(caller), antennasOf(await getApplication(applicationId)));
  await noteOpened(caller, applicationId, 'invoice', now);
  const [receivable, others, payments] = await Promise.all([
    findReceivable(params.number),
    listInvoices(applicationId),
    listPayments(applicationId),
  ]);
  return staffInvoiceView(invoice, receivable, others, payments, keepsAccounts(caller));
});
