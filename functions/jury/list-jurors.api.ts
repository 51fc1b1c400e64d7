import { JURY_ROUTES } from '../../domain/contract/jury-routes.ts';
import { listJurors } from '../data/jurors.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';

/** The register of jurors, those who were removed included. */
export const handler = api(JURY_ROUTES.ListJurors, headOffice, async () => ({ items: await listJurors() }));
