import * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { plusDays } from '../../domain/member/period.ts';
import { erasedFrom } from '../../domain/member/retention.ts';
import { isErased } from '../../domain/rights/erased.ts';
import { RETENTION, retentionKey } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import type { Write } from './table.ts';

/**
 * What is to be done with a dossier from a day on: its people erased, or what was kept of it removed. A member's is told
 * by its last period, which names no stage.
 */
const Listed = z.object({ applicationId: z.string(), stage: z.enum(['people', 'accounts']).default('people') });
export type ToErase = z.infer<typeof Listed>;

/** Puts a dossier into the list of what is to be erased. @param day ISO 8601 date from which on */
export const retentionWrite = (applicationId: string, stage: ToErase['stage'], day: string): Write => ({
  put: {
    ...retentionKey(applicationId),
    GSI1PK: RETENTION,
    GSI1SK: `${day}#${applicationId}`,
    applicationId,
    stage,
    from: day,
  },
});

/** An application that ends without a membership is listed by the day; one that is taken up again is not any more. */
export const retentionWrites = (before: Application, after: Application): Write[] => {
  if (before.closedAt === after.closedAt || isErased(after.form.contact)) return [];
  if (after.closedAt === null || after.status === 'admitted') {
    return before.closedAt === null ? [] : [{ remove: retentionKey(after.applicationId) }];
  }
  return [retentionWrite(after.applicationId, 'people', erasedFrom(after.closedAt))];
};

/** What is to be erased on a day or before it, the longest due first. */
export const listToErase = (day: string, page: PageRequest): Promise<Page<ToErase>> =>
  readPage('GSI1', { pk: RETENTION, before: plusDays(day, 1) }, Listed, page);
