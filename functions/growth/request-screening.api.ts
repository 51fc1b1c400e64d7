import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { startCase } from './start-case.ts';

/** The company asks to be screened. */
export const handler = api(GROWTH_ROUTES.RequestScreening, linkHolder, ({ caller, now }) =>
  startCase(caller.applicationId, 'company', { kind: 'company' }, now),
);
