import { randomUUID } from 'node:crypto';
import { JURY_ROUTES } from '../../domain/contract/jury-routes.ts';
import { addJuror, listJurors } from '../data/jurors.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';

/** Adds a juror to the register. */
export const handler = api(JURY_ROUTES.AddJuror, headOffice, async ({ body, now }) => {
  await addJuror({ jurorId: randomUUID(), ...body, active: true, addedAt: now, removedAt: null, revision: 0 });
  return { items: await listJurors() };
});
