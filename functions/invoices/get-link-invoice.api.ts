import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { invoiceOfLink } from './of-link.ts';

/** An invoice or a credit note of the company of a private link. */
export const handler = api(ROUTES.GetLinkInvoice, linkHolder, ({ caller, params }) =>
  invoiceOfLink(caller, params.number),
);
