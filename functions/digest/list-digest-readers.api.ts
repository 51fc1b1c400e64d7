import { ROUTES } from '../../domain/contract/routes.ts';
import { listDigestReaders } from '../data/digest-readers.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';

/** Whom the weekly digest goes to. */
export const handler = api(ROUTES.ListDigestReaders, headOffice, async () => ({ items: await listDigestReaders() }));
