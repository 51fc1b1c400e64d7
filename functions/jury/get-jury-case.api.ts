import { JURY_ROUTES } from '../../domain/contract/jury-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { getCase } from '../data/growth-cases.ts';
import { noteOpened } from '../rights/opened.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { callingJuror } from './calling-juror.ts';
import { juryCaseView, sittingOf } from './views.ts';

/** One candidate before the juror who asks. */
export const handler = api(JURY_ROUTES.GetJuryCase, staff, async ({ caller, params, now }) => {
  const { jurorId } = await callingJuror(caller);
  const growthCase = await getCase(params.id);
  const session = sittingOf(growthCase, jurorId);
  if (session === null) throw new Refusal('not-sitting');
  await noteOpened(caller, growthCase.applicationId, 'screening', now);
  return juryCaseView(growthCase, session, jurorId);
});
