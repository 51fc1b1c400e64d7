import { ROUTES } from '../../domain/contract/routes.ts';
import { policyAt } from '../../domain/dues/policies.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listDuesPolicies } from '../data/dues-policies.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';

/** Every version of the scale, for whoever reads dossiers. */
export const handler = api(ROUTES.ListDuesPolicies, staff, async ({ caller, now }) => {
  antennasToList(readingScope(caller), undefined);
  const items = await listDuesPolicies();
  return { items, inForce: policyAt(parisDay(now), items).version };
});
