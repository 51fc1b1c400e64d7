import { RIGHTS_ROUTES } from '../../domain/contract/rights-routes.ts';
import { listDigestReaders, putDigestReader } from '../data/digest-readers.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { emailSha256, sha256 } from '../shared/tokens.ts';

/** Puts somebody on the list of the weekly digest; the same address and antenna again change what is said of them. */
export const handler = api(RIGHTS_ROUTES.AddDigestReader, headOffice, async ({ body, now }) => {
  const readerId = sha256(`${emailSha256(body.email)}#${body.antenna ?? ''}`).slice(0, 32);
  await putDigestReader({ ...body, readerId, addedAt: now });
  return { items: await listDigestReaders() };
});
