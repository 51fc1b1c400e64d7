import { ROUTES } from '../../domain/contract/routes.ts';
import { listHeld } from '../data/payments.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';

/** What is held for companies that paid more than they owed, the oldest first. */
export const handler = api(ROUTES.ListHeldCredits, treasurer, ({ query }) => listHeld(query));
