import * as z from 'zod';
import { useKeptDraft } from '../shared/kept-draft.ts';

/** What was typed in answer to a task and not sent yet. */
export const Draft = z.object({ choice: z.string().nullable(), comment: z.string() });
export type Draft = z.infer<typeof Draft>;

const NOTHING: Draft = { choice: null, comment: '' };

/** The draft of a task's answer. */
export const useDraft = (taskId: string) => useKeptDraft(taskId, Draft, NOTHING);
