import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { linkGrowthView } from './views.ts';

/** The growth of the company of a private link. */
export const handler = api(GROWTH_ROUTES.GetLinkGrowth, linkHolder, ({ caller, now }) =>
  linkGrowthView(caller.applicationId, now),
);
