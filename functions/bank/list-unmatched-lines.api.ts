import { openInvoices } from '../../domain/bank/proposals.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { listUnmatched } from '../data/bank-lines.ts';
import { listOpenReceivables, type StoredReceivable } from '../data/receivables.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { lineToMatchView } from './views.ts';

/** Invoices read at once. */
const PAGE = 1000;

const allOpen = async (): Promise<StoredReceivable[]> => {
  const open: StoredReceivable[] = [];
  let cursor: string | undefined;
  do {
    const page = await listOpenReceivables({ cursor, limit: PAGE });
    open.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return open;
};

/** Lines that wait for a person, the oldest first, with the invoices each may pay. */
export const handler = api(ROUTES.ListUnmatchedLines, treasurer, async ({ query, language }) => {
  const page = await listUnmatched(query);
  // Nothing is proposed when nothing waits: what is owed is a long list.
  const open = openInvoices(page.items.length === 0 ? [] : await allOpen());
  return { ...page, items: page.items.map((line) => lineToMatchView(line, open, language)) };
});
