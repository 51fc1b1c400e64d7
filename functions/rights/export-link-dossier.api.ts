import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { exportOf } from './gather.ts';

/** Everything that is held of the company of a link. */
export const handler = api(ROUTES.ExportLinkDossier, linkHolder, ({ caller, now }) =>
  exportOf(caller.applicationId, now),
);
