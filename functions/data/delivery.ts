import * as z from 'zod';
import { DELIVERY } from './keys.ts';
import { readPage } from './pages.ts';

/** What an interruption may have left undone: an answer the workflow has not had, an execution not started. */
const Undelivered = z.union([
  z.object({ taskId: z.string(), applicationId: z.string() }),
  z.object({ applicationId: z.string() }),
]);
export type Undelivered = z.infer<typeof Undelivered>;

const PAGE = 100;

/**
 * Goes through all that is undelivered, the oldest first. The list may lag behind the table by a moment: whoever acts
 * on an entry reads the item first.
 */
export async function* undelivered(): AsyncGenerator<Undelivered> {
  let cursor: string | undefined;
  do {
    const page = await readPage('GSI2', { pk: DELIVERY }, Undelivered, { cursor, limit: PAGE });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
