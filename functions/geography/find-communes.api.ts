import { ROUTES } from '../../domain/contract/routes.ts';
import { searchCommunes } from '../data/communes.ts';
import { api } from '../shared/http/api.ts';
import { anybody } from '../shared/http/caller.ts';

/** Communes for the form to choose from: a postcode may cover several. */
export const handler = api(ROUTES.FindCommunes, anybody, async ({ query }) => ({ items: searchCommunes(query.q) }));
