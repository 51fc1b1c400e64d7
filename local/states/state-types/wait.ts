import type { Branch, Routine, Transition } from '../engine/branch.ts';
import type { StateOf } from '../language/definition.ts';

/** RFC 3339, with `T` and an offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Wait: until an instant, or for a number of seconds from now. An instant already past is no wait at all. */
export function* wait(branch: Branch, state: StateOf<'Wait'>): Routine<Transition> {
  const { run } = branch;
  const seconds = branch.number(state.Seconds, 'Seconds', 0);
  const until = seconds === undefined ? instant(branch, state.Timestamp ?? '') : run.now + seconds * 1000;
  if (until > run.now) yield* branch.sleep(until, false);
  return branch.leave(state, branch.input);
}

function instant(branch: Branch, field: string): number {
  const value = branch.evaluate(field, 'Timestamp');
  const parsed = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(parsed)) return parsed;
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  const why = 'The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string';
  throw branch.evaluationFailed(`${why}: ${given}`, 'Timestamp', branch.last);
}
