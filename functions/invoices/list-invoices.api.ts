import { ROUTES } from '../../domain/contract/routes.ts';
import { isListed } from '../../domain/invoice/listed.ts';
import { readingScope, within } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listAllInvoices } from '../data/invoices.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { invoiceSummaryView } from './views.ts';

/** Invoices and credit notes that the caller may read, the newest first. */
export const handler = api(ROUTES.ListInvoices, staff, async ({ caller, query, now }) => {
  const { cursor, limit, ...asked } = query;
  const scope = readingScope(caller);
  antennasToList(scope, undefined);
  const today = parisDay(now);
  const page = await listAllInvoices({ cursor, limit }, (listed) => {
    const visible = within(scope, listed.antenna === null ? [] : [listed.antenna]);
    return visible && isListed(invoiceSummaryView(listed), asked, today);
  });
  return { ...page, items: page.items.map(invoiceSummaryView) };
});
