import { ROUTES } from '../../domain/contract/routes.ts';
import { agedBalance } from '../../domain/ledger/aged.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listAllOpenReceivables } from '../data/receivables.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';

/** What is owed today, by company and age. */
export const handler = api(ROUTES.GetAgedBalance, treasurer, async ({ now }) =>
  agedBalance(await listAllOpenReceivables(), parisDay(now)),
);
