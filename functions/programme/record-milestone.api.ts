import { PROGRAMME_ROUTES } from '../../domain/contract/programme-routes.ts';
import { recordMilestone } from '../../domain/programme/programme.ts';
import { antennasOf, taskScope } from '../../domain/staff/access.ts';
import { antennasToList, assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { readProgramme } from '../data/programme.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { changePlace } from './change-place.ts';
import { programmeView } from './views.ts';

/** Records a milestone that a company took. */
export const handler = api(PROGRAMME_ROUTES.RecordMilestone, staff, async ({ caller, params, body, now }) => {
  const { id, applicationId } = params;
  const { milestoneId, on, comment } = body;
  assertWithin(taskScope(caller), antennasOf(await getApplication(applicationId)));
  const by = { kind: 'staff', id: caller.id, name: caller.name } as const;
  await changePlace(
    applicationId,
    (programme) => recordMilestone(programme, id, applicationId, { milestoneId, on, by, comment }),
    ({ cohorts }) => ({
      type: 'milestone-recorded',
      name:
        cohorts
          .find(({ cohortId }) => cohortId === id)
          ?.milestones.find((milestone) => milestone.milestoneId === milestoneId)?.name ?? '',
      on,
      comment,
    }),
    { by, now },
  );
  return programmeView(await readProgramme(), antennasToList(taskScope(caller), undefined));
});
