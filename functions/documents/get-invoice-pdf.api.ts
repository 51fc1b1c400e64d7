import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { invoiceForStaff, pdfOf } from './files.ts';

/** An invoice or credit note that the caller may read, as Factur-X. */
export const handler = api(ROUTES.GetInvoicePdf, staff, async ({ caller, params, now }) =>
  pdfOf(await invoiceForStaff(caller, params.number, now)),
);
