import { PROGRAMME_ROUTES } from '../../domain/contract/programme-routes.ts';
import { leave } from '../../domain/programme/programme.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { changePlace } from './change-place.ts';
import { tellMovedUp } from './tell.ts';
import { programmeView } from './views.ts';

/** A company graduates, or leaves its cohort: whoever has waited the longest takes its place. */
export const handler = api(PROGRAMME_ROUTES.LeaveCohort, headOffice, async ({ caller, params, body, now }) => {
  const { id, applicationId } = params;
  const { reason, comment } = body;
  const by = { kind: 'staff', id: caller.id, name: caller.name } as const;
  await changePlace(
    applicationId,
    (programme) => leave(programme, id, applicationId, { reason, comment, at: now, by }, parisDay(now)),
    () => ({ type: 'programme-left', reason, comment }),
    { by, now },
  );
  return programmeView(await tellMovedUp(now), undefined);
});
