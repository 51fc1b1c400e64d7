import type { StaffTask } from '../../../domain/contract/responses.ts';

/** Only a review can be approved without being opened: a contested antenna needs a choice. */
export const isApprovable = (task: Pick<StaffTask, 'kind' | 'status'>): boolean =>
  task.kind === 'review-application' && task.status === 'open';

/** The selection with one task added or taken away. */
export function toggled(selection: ReadonlySet<string>, taskId: string): ReadonlySet<string> {
  const next = new Set(selection);
  if (!next.delete(taskId)) next.add(taskId);
  return next;
}

/** Selects all of `shown` that can be approved, or none of them when all were selected already. */
export function toggledAll(selection: ReadonlySet<string>, shown: readonly StaffTask[]): ReadonlySet<string> {
  const approvable = shown.filter(isApprovable).map((task) => task.taskId);
  const all = approvable.every((taskId) => selection.has(taskId));
  const next = new Set(selection);
  for (const taskId of approvable) all ? next.delete(taskId) : next.add(taskId);
  return next;
}

/** The selection after a refresh: what is still open stays, and `gone` says how many were answered meanwhile. */
export function kept(
  selection: ReadonlySet<string>,
  loaded: readonly StaffTask[],
): { selection: ReadonlySet<string>; gone: number } {
  const open = new Set(loaded.filter(isApprovable).map((task) => task.taskId));
  const next = new Set([...selection].filter((taskId) => open.has(taskId)));
  return { selection: next, gone: selection.size - next.size };
}
