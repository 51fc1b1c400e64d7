import { Temporal } from 'temporal-polyfill';
import { dueAt } from '../joining/policy.ts';
import type { HumanTask } from '../task/task.ts';
import type { Application } from './application.ts';

/** Hours after the deadline that are left to the workflow, which closes the application itself. */
const GRACE_HOURS = 24;

/**
 * Tells whether the address of an application was not confirmed in time, and its workflow did not see to it.
 * @param tasks those of the application
 * @param now ISO 8601 instant
 */
export const isOverdue = (
  { status, submittedAt }: Pick<Application, 'status' | 'submittedAt'>,
  tasks: readonly Pick<HumanTask, 'kind' | 'status' | 'dueAt'>[],
  now: string,
): boolean => {
  if (status !== 'confirming-email') return false;
  const asked = tasks.filter((task) => task.kind === 'confirm-email' && task.status !== 'cancelled');
  // Confirmed: what is left to do is the workflow's, or the redelivery's.
  if (asked.some((task) => task.status === 'answered' || task.status === 'delivered')) return false;
  const latest =
    asked
      .map((task) => task.dueAt)
      .sort()
      .at(-1) ?? dueAt('confirm-email', submittedAt);
  const end = Temporal.Instant.from(latest).add({ hours: GRACE_HOURS });
  return Temporal.Instant.compare(end, Temporal.Instant.from(now)) < 0;
};
