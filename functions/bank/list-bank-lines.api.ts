import type * as z from 'zod';
import type { BankLine, BankLineState } from '../../domain/contract/dues-responses.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { linesOfChunk } from '../data/bank-lines.ts';
import { getChunk, getStatement } from '../data/bank-statements.ts';
import { api } from '../shared/http/api.ts';
import { treasurer } from '../shared/http/caller.ts';
import { bankLineView, pendingLineView } from './views.ts';

type View = z.input<typeof BankLine>;

/** Where a page starts: the part of the file, and the place in the file. */
const startOf = (cursor: string | undefined): { chunk: number; place: number } => {
  const [, chunk = '0', place = '0'] = /^(\d{1,6})\.(\d{1,8})$/.exec(cursor ?? '0.0') ?? [];
  if (cursor !== undefined && cursor !== `${chunk}.${place}`) throw new Refusal('invalid-query');
  return { chunk: Number(chunk), place: Number(place) };
};

/** The lines of a file in its order, those that wait for their turn included. */
export const handler = api(ROUTES.ListBankLines, treasurer, async ({ params, query, language }) => {
  const { statementId, chunks } = await getStatement(params.id);
  const { state, cursor, limit } = query;
  const start = startOf(cursor);
  const keep = (view: View): boolean => state === undefined || view.state === (state satisfies BankLineState);
  const items: View[] = [];
  for (let number = start.chunk; number < chunks; number += 1) {
    const chunk = await getChunk(statementId, number);
    const done = await linesOfChunk(statementId, chunk.from, chunk.lines.length);
    for (const [index, line] of chunk.lines.entries()) {
      const place = chunk.from + index;
      if (place < start.place) continue;
      const settled = done.get(place);
      const view = settled === undefined ? pendingLineView(line, statementId) : bankLineView(settled, language);
      if (!keep(view)) continue;
      if (items.length === limit) return { items, nextCursor: `${number}.${place}` };
      items.push(view);
    }
  }
  return { items, nextCursor: null };
});
