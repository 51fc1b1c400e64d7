import { RIGHTS_ROUTES } from '../../domain/contract/rights-routes.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { exportOf } from './gather.ts';

/** Everything that is held of the company of a link. */
export const handler = api(RIGHTS_ROUTES.ExportLinkDossier, linkHolder, ({ caller, now }) =>
  exportOf(caller.applicationId, now),
);
