import { useCallback, useState } from 'react';
import * as z from 'zod';

const PREFIX = 'traboule.staff.draft.';

/** What was typed in answer to a task and not sent yet. */
export const Draft = z.object({ choice: z.string().nullable(), comment: z.string() });
export type Draft = z.infer<typeof Draft>;

const NOTHING: Draft = { choice: null, comment: '' };

/**
 * The draft of a task's answer, kept in the tab's own storage: it survives signing in again, a reload and a mishap,
 * and goes with the tab.
 */
export const useDraft = (taskId: string): [Draft, (draft: Draft) => void, () => void] => {
  const [draft, setDraft] = useState(() => readDraft(taskId));
  const change = useCallback(
    (next: Draft) => {
      setDraft(next);
      withStore((store) => store.setItem(PREFIX + taskId, JSON.stringify(next)));
    },
    [taskId],
  );
  const forget = useCallback(() => {
    setDraft(NOTHING);
    withStore((store) => store.removeItem(PREFIX + taskId));
  }, [taskId]);
  return [draft, change, forget];
};

/** The draft kept for a task; an empty one when there is none, or what is kept is not one of ours. */
export const readDraft = (taskId: string): Draft => {
  const kept = withStore((store) => store.getItem(PREFIX + taskId)) ?? null;
  if (kept === null) return NOTHING;
  try {
    return Draft.safeParse(JSON.parse(kept)).data ?? NOTHING;
  } catch (error) {
    if (error instanceof SyntaxError) return NOTHING;
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
