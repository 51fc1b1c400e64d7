import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { invoiceOfDossier, pdfOf } from './files.ts';

/** An invoice or credit note of the link's dossier, as Factur-X. */
export const handler = api(ROUTES.GetLinkInvoicePdf, linkHolder, async ({ caller, params }) =>
  pdfOf(await invoiceOfDossier(caller.applicationId, params.number)),
);
