import { Temporal } from 'temporal-polyfill';
import { membershipPolicyAt } from '../member/policy.ts';
import { taskIdOf } from '../task/rules.ts';
import type { HumanTask } from '../task/task.ts';
import { parisDay } from '../time/paris.ts';

/**
 * The question to a member for the figures its dues rest on. Deadlines count elapsed days of 24 hours, as those of
 * joining do.
 * @param now ISO 8601 instant the asking state was entered
 */
export const figuresTask = (applicationId: string, now: string): HumanTask => ({
  taskId: taskIdOf(applicationId, 'confirm-figures', now),
  applicationId,
  kind: 'confirm-figures',
  audience: { kind: 'link' },
  status: 'open',
  openedAt: now,
  dueAt: Temporal.Instant.from(now)
    .add({ hours: membershipPolicyAt(parisDay(now)).figuresDays * 24 })
    .toString({ smallestUnit: 'millisecond' }),
  escalatedAt: null,
  note: null,
  answer: null,
});
