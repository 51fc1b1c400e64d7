import * as z from 'zod';
import { DELIVERY } from './keys.ts';
import { readPage } from './pages.ts';

/**
 * An answer the workflow has not had, an invoice whose payment it has not been told of, a bank file to start on, or an
 * application to start or to tell of its withdrawal; since when.
 */
const Undelivered = z
  .object({
    taskId: z.string().optional(),
    /** Of an invoice. */
    number: z.string().optional(),
    /** Of a bank file. */
    statementId: z.string().optional(),
    /** Of all but bank files. */
    applicationId: z.string().default(''),
    GSI2SK: z.string(),
  })
  .transform(({ GSI2SK, ...ids }) => ({ ...ids, since: GSI2SK.split('#')[0] ?? '' }));
/** `since`: ISO 8601 instant of the answer, or of the submission. */
export type Undelivered = z.infer<typeof Undelivered>;

const PAGE = 100;

/**
 * Goes through all that an interruption may have left undelivered, the oldest first. The list may lag behind the table
 * by a moment: whoever acts on an entry reads the item first.
 */
export async function* undelivered(): AsyncGenerator<Undelivered> {
  let cursor: string | undefined;
  do {
    const page = await readPage('GSI2', { pk: DELIVERY }, Undelivered, { cursor, limit: PAGE });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
