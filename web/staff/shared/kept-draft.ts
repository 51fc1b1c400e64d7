import { useCallback, useState } from 'react';
import type * as z from 'zod';

const PREFIX = 'traboule.staff.draft.';

/**
 * What was typed and not sent yet, kept in the tab's own storage: it survives signing in again, a reload and a mishap,
 * and goes with the tab.
 * @param id what it is typed for
 * @param nothing before anything is typed
 */
export const useKeptDraft = <T>(
  id: string,
  schema: z.ZodType<T>,
  nothing: T,
): [draft: T, change: (draft: T) => void, forget: () => void] => {
  const [draft, setDraft] = useState(() => keptDraft(id, schema) ?? nothing);
  const change = useCallback(
    (next: T) => {
      setDraft(next);
      withStore((store) => store.setItem(PREFIX + id, JSON.stringify(next)));
    },
    [id],
  );
  const forget = useCallback(() => {
    setDraft(nothing);
    withStore((store) => store.removeItem(PREFIX + id));
  }, [id, nothing]);
  return [draft, change, forget];
};

/** The draft kept under a name; null when there is none, or what is kept is not one of ours. */
const keptDraft = <T>(id: string, schema: z.ZodType<T>): T | null => {
  const kept = withStore((store) => store.getItem(PREFIX + id)) ?? null;
  if (kept === null) return null;
  try {
    return schema.safeParse(JSON.parse(kept)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Drops every draft, when the person signs out. */
export const forgetDrafts = (): void => {
  withStore((store) => {
    for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
  });
};

/** The tab's storage, where the browser lets us; a draft then lives as long as the page. */
const withStore = <T>(use: (store: Storage) => T): T | undefined => {
  try {
    return use(window.sessionStorage);
  } catch (error) {
    if (error instanceof DOMException) return undefined; // Full, or refused to any page.
    throw error;
  }
};
