import * as z from 'zod';
import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { tellHistory } from '../../domain/workflow/history.ts';
import { historyOf } from '../shared/execution.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';
import { executionAt } from '../shared/machines.ts';

/** A page starts after an event, by its id: a history only grows, so its pages stay where they are. */
const Cursor = z.coerce.number().int().positive();

const after = (cursor: string | undefined): number | null => {
  if (cursor === undefined) return null;
  const parsed = Cursor.safeParse(cursor);
  if (!parsed.success) throw new Refusal('invalid-query');
  return parsed.data;
};

/**
 * The history of an execution. It is read whole for each page: which state an event belongs to follows from those
 * before it.
 */
export const handler = api(ROUTES.ListExecutionEvents, headOffice, async ({ params, query }) => {
  const { reverse, limit } = query;
  const last = after(query.cursor);
  const history = await historyOf(params);
  if (history === null) throw new Refusal('not-found');
  const told = tellHistory(history, executionAt);
  const ordered = reverse ? told.reverse() : told;
  const rest = last === null ? ordered : ordered.filter(({ id }) => (reverse ? id < last : id > last));
  const items = rest.slice(0, limit);
  const end = items.at(-1);
  return { items, nextCursor: rest.length > limit && end !== undefined ? String(end.id) : null };
});
