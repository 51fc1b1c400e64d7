import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { withdrawCandidacy } from './abandon.ts';

/** The company withdraws the candidacy that is open. */
export const handler = api(GROWTH_ROUTES.WithdrawCandidacy, linkHolder, ({ caller, now }) =>
  withdrawCandidacy(caller.applicationId, now),
);
