import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { addYear, yearFaults } from '../../domain/growth/figures.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeProfile } from '../data/growth-profiles.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { linkGrowthView } from './views.ts';

/** The company gives the figures of one more year. */
export const handler = api(GROWTH_ROUTES.AddFigures, linkHolder, async ({ caller, body, now }) => {
  const { year, employees, turnover } = body;
  const by = { kind: 'company' } as const;
  await changeProfile(caller.applicationId, ({ figures }, { form }) => {
    const faults = yearFaults(year, { foundedOn: form.company.foundedOn, today: parisDay(now) });
    if (faults.length > 0) throw new Refusal('invalid-fields', { errors: faults });
    const added = addYear(figures, year, { employees, turnover, origin: 'declared', at: now, by, comment: '' });
    if ('errors' in added) throw new Refusal('invalid-fields', { errors: added.errors });
    return { changes: added, at: now, events: [{ actor: by, happening: { type: 'figures-added', year } }] };
  });
  return linkGrowthView(caller.applicationId, now);
});
