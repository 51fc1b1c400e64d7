import { ROUTES } from '../../domain/contract/routes.ts';
import { listStatements } from '../data/bank-statements.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';

/** Files that were sent, the newest first. */
export const handler = api(ROUTES.ListBankStatements, treasurer, ({ query }) => listStatements(query));
