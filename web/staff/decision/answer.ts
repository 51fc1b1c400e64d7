import type { StaffTask } from '../../../domain/contract/responses.ts';
import { ANSWER_SCHEMAS } from '../../../domain/task/task.ts';
import { fieldErrors } from '../../../domain/text/field-errors.ts';
import type { Draft } from './draft.ts';

export const DECISIONS = ['approve', 'request-changes', 'refuse'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The field of the panel that must be put right, with the code of what is wrong. */
export type DraftError = { field: 'choice' | 'comment'; code: string };
export type ReadDraft = { ok: true; body: Record<string, unknown> } | { ok: false; errors: DraftError[] };

/**
 * Reads what was typed as the answer the task asks for, with the API's own schema: what passes here is not refused
 * there for its shape.
 */
export function readAnswer(task: Pick<StaffTask, 'kind'>, draft: Draft): ReadDraft {
  const choosing = task.kind === 'choose-antenna';
  const body = { [choosing ? 'antenna' : 'decision']: draft.choice ?? undefined, comment: draft.comment };
  const parsed = ANSWER_SCHEMAS[choosing ? 'choose-antenna' : 'review-application'].safeParse(body);
  if (parsed.success) return { ok: true, body: parsed.data };
  const errors = fieldErrors(parsed.error).map(
    ({ path, code }): DraftError => ({
      field: path === 'comment' ? 'comment' : 'choice',
      code,
    }),
  );
  return { ok: false, errors };
}
