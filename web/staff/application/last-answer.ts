import type { TimelineEvent } from '../../../domain/timeline/event.ts';

/** What staff decide, as the timeline names it. */
const DECISIONS: ReadonlySet<TimelineEvent['happening']['type']> = new Set([
  'application-approved',
  'application-refused',
  'changes-requested',
  'antenna-chosen',
] as const);

/**
 * The latest decision of a person of the staff, from a timeline in any order.
 * @returns who and when (ISO 8601), or null when nobody decided yet
 */
export function lastAnswer(timeline: readonly TimelineEvent[]): { by: string; at: string } | null {
  return timeline.reduce<{ by: string; at: string } | null>((last, { at, actor, happening }) => {
    if (actor.kind !== 'staff' || !DECISIONS.has(happening.type)) return last;
    return last === null || at >= last.at ? { by: actor.name, at } : last;
  }, null);
}
