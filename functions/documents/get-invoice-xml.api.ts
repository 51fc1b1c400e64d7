import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { invoiceForStaff, xmlOf } from './files.ts';

/** An invoice or credit note that the caller may read, as XML. */
export const handler = api(ROUTES.GetInvoiceXml, staff, async ({ caller, params, now }) =>
  xmlOf(await invoiceForStaff(caller, params.number, now)),
);
