import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { getCase } from '../data/growth-cases.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { readProgramme } from '../data/programme.ts';
import { noteOpened } from '../rights/opened.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { participationView, staffCaseView } from './case-views.ts';

/** One screening, whole, votes included. */
export const handler = api(GROWTH_ROUTES.GetGrowthCase, staff, async ({ caller, params, now }) => {
  const growthCase = await getCase(params.id);
  assertWithin(readingScope(caller), [growthCase.antenna]);
  const { applicationId } = growthCase;
  await noteOpened(caller, applicationId, 'screening', now);
  const [profile, programme] = await Promise.all([getApplication(applicationId).then(readProfile), readProgramme()]);
  return staffCaseView(growthCase, profile.file, participationView(programme, applicationId));
});
