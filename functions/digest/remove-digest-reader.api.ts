import { RIGHTS_ROUTES } from '../../domain/contract/rights-routes.ts';
import { listDigestReaders, removeDigestReader } from '../data/digest-readers.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';

/** Takes somebody off the list of the weekly digest. */
export const handler = api(RIGHTS_ROUTES.RemoveDigestReader, headOffice, async ({ params }) => {
  await removeDigestReader(params.id);
  return { items: await listDigestReaders() };
});
