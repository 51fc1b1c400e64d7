import { randomUUID } from 'node:crypto';
import { sameEmail } from '../../domain/application/changes.ts';
import { PROGRAMME_ROUTES } from '../../domain/contract/programme-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { changeProgramme } from '../data/programme.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { programmeView } from './views.ts';

/** Adds a mentor. One of this address is there once. */
export const handler = api(PROGRAMME_ROUTES.AddMentor, headOffice, async ({ body }) => {
  const mentor = { mentorId: randomUUID(), ...body, charges: [], revision: 0 };
  const programme = await changeProgramme((before) => {
    if (before.mentors.some(({ email }) => sameEmail(email, mentor.email))) {
      throw new Refusal('invalid-fields', { errors: [{ path: 'email', code: 'mentor.known' }] });
    }
    return { ...before, mentors: [...before.mentors, mentor] };
  });
  return programmeView(programme, undefined);
});
