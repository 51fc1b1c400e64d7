import { useCallback, useState } from 'react';
import type * as z from 'zod';
import { inStore } from '../store/in-store.ts';

/**
 * What is typed and not sent yet, kept in the tab's own storage: it survives a reload, signing in again and a mishap,
 * and goes with the tab.
 * @param place the name it is kept under
 * @param nothing before anything is typed
 */
export const useKept = <T>(
  place: string,
  schema: z.ZodType<T>,
  nothing: T,
): [draft: T, change: (draft: T) => void, forget: () => void] => {
  const [draft, setDraft] = useState(() => keptAt(place, schema) ?? nothing);
  const change = useCallback(
    (next: T) => {
      setDraft(next);
      withTabStore((store) => store.setItem(place, JSON.stringify(next)));
    },
    [place],
  );
  const forget = useCallback(() => {
    setDraft(nothing);
    withTabStore((store) => store.removeItem(place));
  }, [place, nothing]);
  return [draft, change, forget];
};

/** What is kept under a name; null when there is nothing, or what is there is not one of ours. */
const keptAt = <T>(place: string, schema: z.ZodType<T>): T | null => {
  const kept = withTabStore((store) => store.getItem(place)) ?? null;
  if (kept === null) return null;
  try {
    return schema.safeParse(JSON.parse(kept)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** The tab's storage, where the browser lets us; what is typed then lives as long as the page. */
export const withTabStore = <T>(use: (store: Storage) => T): T | undefined =>
  inStore<T | undefined>(() => use(window.sessionStorage), undefined);
