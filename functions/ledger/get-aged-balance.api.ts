import { ROUTES } from '../../domain/contract/routes.ts';
import { agedBalance } from '../../domain/ledger/aged.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listOpenReceivables, type StoredReceivable } from '../data/receivables.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';

/** Read at once; a year's dues of the whole cluster are two of them. */
const PAGE = 500;

const allOpen = async (): Promise<StoredReceivable[]> => {
  const all: StoredReceivable[] = [];
  let cursor: string | undefined;
  do {
    const page = await listOpenReceivables({ cursor, limit: PAGE });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
};

/** What is owed today, by company and age. */
export const handler = api(ROUTES.GetAgedBalance, treasurer, async ({ now }) =>
  agedBalance(await allOpen(), parisDay(now)),
);
