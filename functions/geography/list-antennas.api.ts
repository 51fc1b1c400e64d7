import { ANTENNA_CODES, ANTENNA_NAMES } from '../../domain/antenna/antenna.ts';
import { policyAt } from '../../domain/antenna/policy.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { api } from '../shared/http/api.ts';
import { anybody } from '../shared/http/caller.ts';

/** The antennas, and the départements each covers by the policy of the day. */
export const handler = api(ROUTES.ListAntennas, anybody, async ({ now }) => {
  const { departements } = policyAt(parisDay(now));
  return {
    items: ANTENNA_CODES.map((code) => ({ code, name: ANTENNA_NAMES[code], departements: departements[code] })),
  };
});
