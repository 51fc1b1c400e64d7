import * as z from 'zod';
import { inStore } from '../store/in-store.ts';
import { Draft } from './draft.ts';

/** What is kept of a form on this device until it is sent. */
export const KeptDraft = z.object({
  /** Idempotency key of the sending: however often it is tried, one application comes of it. */
  key: z.uuid(),
  savedAt: z.iso.datetime(),
  draft: Draft,
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** The form of a new application has one place; each correction has its own. */
export const NEW_APPLICATION = 'traboule.draft';
export const correctionPlace = (taskId: string): string => `traboule.correction.${taskId}`;

/** Gives the store: to ask for it may be refused. */
export type Store = () => Storage;
export const deviceStore: Store = () => localStorage;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null; // Not written by us, or cut short: as if there were nothing.
    throw error;
  }
};

/** Milliseconds a form is kept for: thirty days. A device may have changed hands since, and the form names people. */
const KEPT_FOR = 30 * 24 * 3_600_000;

/**
 * What is kept in a place; null when there is nothing, or nothing this version of the form can read. What is over its
 * time is forgotten.
 * @param now milliseconds of the epoch
 */
export const readKept = (store: Store, place: string, now: number = Date.now()): KeptDraft | null =>
  inStore(() => {
    const text = store().getItem(place);
    const kept = text === null ? null : (KeptDraft.safeParse(parseJson(text)).data ?? null);
    if (kept === null || now - Date.parse(kept.savedAt) <= KEPT_FOR) return kept;
    store().removeItem(place);
    return null;
  }, null);

/** Keeps a form. @returns false when the browser would not */
export const keep = (store: Store, place: string, kept: KeptDraft): boolean =>
  inStore(() => {
    store().setItem(place, JSON.stringify(kept));
    return true;
  }, false);

/** Forgets a form: it was sent, or the person asked for it. */
export const forget = (store: Store, place: string): void => {
  inStore(() => store().removeItem(place), undefined);
};
