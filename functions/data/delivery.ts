import * as z from 'zod';
import { DELIVERY } from './keys.ts';
import { readPage } from './pages.ts';

const OfCase = z.object({ caseId: z.string(), applicationId: z.string(), GSI2SK: z.string() });
const OfCohort = z.object({ cohortId: z.string(), GSI2SK: z.string() });
const OfMail = z.object({ owedMailId: z.string(), GSI2SK: z.string() });
const OfOther = z.object({
  taskId: z.string().optional(),
  /** Of an invoice. */
  number: z.string().optional(),
  /** Of a bank file. */
  statementId: z.string().optional(),
  /** Of a mailing. */
  mailingId: z.string().optional(),
  /** Of all but bank files and mailings. */
  applicationId: z.string().default(''),
  GSI2SK: z.string(),
});
/**
 * An answer the workflow has not had, an invoice whose payment it has not been told of, a bank file to start on, or an
 * application to start or to tell of its withdrawal; since when. A screening to start or to tell of what settled it; a
 * cohort with companies to tell that they moved up. A mail about money that must still leave.
 * A mail comes first, for it names an invoice too; then a screening: it has a cohort too, once it is enrolled.
 */
const Undelivered = z
  .union([OfMail, OfCase, OfCohort, OfOther])
  .transform(({ GSI2SK, ...ids }): Ids & { since: string } => ({ ...ids, since: GSI2SK.split('#')[0] ?? '' }));
/** What names an entry: exactly one kind of it. */
type Ids = {
  taskId?: string | undefined;
  number?: string | undefined;
  statementId?: string | undefined;
  mailingId?: string | undefined;
  caseId?: string | undefined;
  cohortId?: string | undefined;
  owedMailId?: string | undefined;
  /** Of all but bank files and cohorts. */
  applicationId?: string | undefined;
};
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
