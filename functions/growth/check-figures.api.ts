import { isDeepStrictEqual } from 'node:util';
import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { reviseYear } from '../../domain/growth/figures.ts';
import { antennasOf, taskScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { getApplication } from '../data/applications.ts';
import { changeProfile } from '../data/growth-profiles.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { staffGrowthView } from './views.ts';

/** Staff confirm the figures of a year against the accounts, as they stand or corrected. */
export const handler = api(GROWTH_ROUTES.CheckFigures, staff, async ({ caller, params, body, now }) => {
  const { id, year } = params;
  assertWithin(taskScope(caller), antennasOf(await getApplication(id)));
  const { employees, turnover, comment } = body;
  const by = { kind: 'staff', id: caller.id, name: caller.name } as const;
  await changeProfile(id, ({ figures }) => {
    const revised = reviseYear(figures, year, { employees, turnover, origin: 'checked', at: now, by, comment });
    if (revised === null) throw new Refusal('not-found');
    if (isDeepStrictEqual(revised, figures)) return null;
    return {
      changes: { figures: revised },
      at: now,
      events: [{ actor: by, happening: { type: 'figures-checked', year, comment } }],
    };
  });
  return staffGrowthView(id, now);
});
