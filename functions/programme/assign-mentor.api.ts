import { PROGRAMME_ROUTES } from '../../domain/contract/programme-routes.ts';
import { assignMentor } from '../../domain/programme/programme.ts';
import { readProgramme } from '../data/programme.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { changePlace } from './change-place.ts';
import { programmeView } from './views.ts';

/** Gives a company another mentor. */
export const handler = api(PROGRAMME_ROUTES.AssignMentor, headOffice, async ({ caller, params, body, now }) => {
  const { id, applicationId } = params;
  const by = { kind: 'staff', id: caller.id, name: caller.name } as const;
  await changePlace(
    applicationId,
    (programme) => assignMentor(programme, id, applicationId, body.mentorId),
    ({ mentors }) => ({
      type: 'mentor-assigned',
      mentor: mentors.find(({ mentorId }) => mentorId === body.mentorId)?.name ?? '',
    }),
    { by, now },
  );
  return programmeView(await readProgramme(), undefined);
});
