import { PROGRAMME_ROUTES } from '../../domain/contract/programme-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { changeProgramme } from '../data/programme.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { programmeView } from './views.ts';

/** Changes what is known of a mentor. Companies they look after stay theirs until they are given another. */
export const handler = api(PROGRAMME_ROUTES.ChangeMentor, headOffice, async ({ params, body }) => {
  const programme = await changeProgramme((before) => {
    if (!before.mentors.some(({ mentorId }) => mentorId === params.id)) throw new Refusal('not-found');
    const mentors = before.mentors.map((one) => (one.mentorId === params.id ? { ...one, ...body } : one));
    return { ...before, mentors };
  });
  return programmeView(programme, undefined);
});
