import { ROUTES } from '../../domain/contract/routes.ts';
import { getStatement } from '../data/bank-statements.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';

/** How far a file is. */
export const handler = api(ROUTES.GetBankStatement, treasurer, ({ params }) => getStatement(params.id));
