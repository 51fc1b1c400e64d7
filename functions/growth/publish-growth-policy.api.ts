import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { publicationFaults } from '../../domain/growth/policy-faults.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listGrowthPolicies, publishGrowthPolicy } from '../data/growth-policies.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { policiesView } from './policies.ts';

/** Publishes a version of the growth policy, from a day to come. */
export const handler = api(GROWTH_ROUTES.PublishGrowthPolicy, headOffice, async ({ caller, body, now }) => {
  const errors = publicationFaults(body, { published: await listGrowthPolicies(), on: parisDay(now) });
  if (errors.length > 0) throw new Refusal('invalid-fields', { errors });
  await publishGrowthPolicy(body, { by: caller.name, at: now });
  return policiesView(now);
});
