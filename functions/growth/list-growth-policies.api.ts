import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { policiesView } from './policies.ts';

/** Every version of the growth policy. */
export const handler = api(GROWTH_ROUTES.ListGrowthPolicies, staff, async ({ caller, now }) => {
  antennasToList(readingScope(caller), undefined);
  return policiesView(now);
});
