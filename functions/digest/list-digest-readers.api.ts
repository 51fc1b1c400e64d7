import { RIGHTS_ROUTES } from '../../domain/contract/rights-routes.ts';
import { listDigestReaders } from '../data/digest-readers.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';

/** Whom the weekly digest goes to. */
export const handler = api(RIGHTS_ROUTES.ListDigestReaders, headOffice, async () => ({
  items: await listDigestReaders(),
}));
