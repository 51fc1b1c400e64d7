import { RIGHTS_ROUTES } from '../../domain/contract/rights-routes.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { eraseDossier } from './erase.ts';

/** Erases the people of a dossier, on request. Sent again, it goes on where it stopped. */
export const handler = api(RIGHTS_ROUTES.EraseDossier, headOffice, ({ caller, params, body, now }) =>
  eraseDossier(params.id, {
    by: { kind: 'staff', id: caller.id, name: caller.name },
    comment: body.reason,
    now,
  }),
);
