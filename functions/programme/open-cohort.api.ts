import { randomUUID } from 'node:crypto';
import { PROGRAMME_ROUTES } from '../../domain/contract/programme-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Cohort } from '../../domain/programme/cohort.ts';
import { fill } from '../../domain/programme/programme.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeProgramme } from '../data/programme.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { tellMovedUp } from './tell.ts';
import { programmeView } from './views.ts';

/** Opens a cohort; those who wait move into its places. One of this name is there once. */
export const handler = api(PROGRAMME_ROUTES.OpenCohort, headOffice, async ({ body, now }) => {
  const { milestones, ...form } = body;
  const cohort: Cohort = {
    cohortId: randomUUID(),
    ...form,
    milestones: milestones.map((milestone, at) => ({ milestoneId: `m${at + 1}`, ...milestone })),
    participants: [],
    revision: 0,
  };
  await changeProgramme((programme) => {
    if (programme.cohorts.some(({ name }) => name === cohort.name)) {
      throw new Refusal('invalid-fields', { errors: [{ path: 'name', code: 'cohort.name-taken' }] });
    }
    return fill({ ...programme, cohorts: [...programme.cohorts, cohort] }, { at: now, on: parisDay(now) });
  });
  return programmeView(await tellMovedUp(now), undefined);
});
