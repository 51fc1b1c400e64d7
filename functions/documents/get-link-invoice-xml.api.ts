import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { invoiceOfDossier, xmlOf } from './files.ts';

/** An invoice or credit note of the link's dossier, as XML. */
export const handler = api(ROUTES.GetLinkInvoiceXml, linkHolder, async ({ caller, params }) =>
  xmlOf(await invoiceOfDossier(caller.applicationId, params.number)),
);
