import type * as z from 'zod';
import { useKept, withTabStore } from '../../form/use-kept.ts';

const PREFIX = 'traboule.staff.draft.';

/**
 * What staff typed and did not send yet, kept in the tab until they sign out.
 * @param id what it is typed for
 * @param nothing before anything is typed
 */
export const useKeptDraft = <T>(
  id: string,
  schema: z.ZodType<T>,
  nothing: T,
): [draft: T, change: (draft: T) => void, forget: () => void] => useKept(PREFIX + id, schema, nothing);

/** Drops every draft, when the person signs out. */
export const forgetDrafts = (): void => {
  withTabStore((store) => {
    for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
  });
};
