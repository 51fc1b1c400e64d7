import { PROGRAMME_ROUTES } from '../../domain/contract/programme-routes.ts';
import { resize } from '../../domain/programme/programme.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeProgramme } from '../data/programme.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { tellMovedUp } from './tell.ts';
import { programmeView } from './views.ts';

/** Changes how many companies a cohort takes; more places go to those who wait. */
export const handler = api(PROGRAMME_ROUTES.ResizeCohort, headOffice, async ({ params, body, now }) => {
  await changeProgramme((programme) => resize(programme, params.id, body.capacity, { at: now, on: parisDay(now) }));
  return programmeView(await tellMovedUp(now), undefined);
});
