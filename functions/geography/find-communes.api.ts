import { ROUTES } from '../../domain/contract/routes.ts';
import { searchCommunes } from '../data/communes.ts';
import { api } from '../shared/http/api.ts';

/** Communes for the form to choose from: a postcode may cover several. */
export const handler = api(ROUTES.FindCommunes, async ({ query }) => ({ items: searchCommunes(query.q) }));
