import { WriteConflict } from '../data/errors.ts';
import { findCase, type StoredCase, writeCase } from '../data/growth-cases.ts';
import { logger } from '../shared/observability.ts';

/** Marks a case as told. Written meanwhile, what is still to be told is told by whoever wrote, or by the redelivery job. */
const markTold = async (growthCase: StoredCase): Promise<void> => {
  try {
    await writeCase(growthCase, { undeliveredSince: null });
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error;
  }
};

/** Tells a workflow something of its case, if there is something to tell, and marks the case. */
export const deliver = async (caseId: string, tell: (growthCase: StoredCase) => Promise<void>): Promise<void> => {
  const growthCase = await findCase(caseId);
  if (growthCase === null || growthCase.undeliveredSince === null) return;
  await tell(growthCase);
  await markTold(growthCase);
};

/**
 * Delivers what has just been stored. A failure is left to the redelivery job: what was stored is safe.
 * @param stored the case as it was left: read again only where there is something to tell
 */
export const deliverNow = async (
  { caseId, undeliveredSince }: Pick<StoredCase, 'caseId' | 'undeliveredSince'>,
  tell: (growthCase: StoredCase) => Promise<void>,
): Promise<'answered' | 'delivered'> => {
  if (undeliveredSince === null) return 'delivered';
  try {
    await deliver(caseId, tell);
    return 'delivered';
  } catch (error) {
    logger.warn('case not delivered yet', { caseId, error: error instanceof Error ? error : String(error) });
    return 'answered';
  }
};
