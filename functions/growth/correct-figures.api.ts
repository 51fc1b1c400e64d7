import { isDeepStrictEqual } from 'node:util';
import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { reviseYear } from '../../domain/growth/figures.ts';
import { changeProfile } from '../data/growth-profiles.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { linkGrowthView } from './views.ts';

/** The company corrects the figures of a year; what stood is kept. */
export const handler = api(GROWTH_ROUTES.CorrectFigures, linkHolder, async ({ caller, params, body, now }) => {
  const { year } = params;
  const { employees, turnover, comment } = body;
  const by = { kind: 'company' } as const;
  await changeProfile(caller.applicationId, ({ figures }) => {
    const revised = reviseYear(figures, year, { employees, turnover, origin: 'declared', at: now, by, comment });
    if (revised === null) throw new Refusal('not-found');
    // The same figures again: that is told already.
    if (isDeepStrictEqual(revised, figures)) return null;
    return {
      changes: { figures: revised },
      at: now,
      events: [{ actor: by, happening: { type: 'figures-corrected', year, comment } }],
    };
  });
  return linkGrowthView(caller.applicationId, now);
});
