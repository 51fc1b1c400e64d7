import type { Routine } from '../engine/branch.ts';
import type { Frame, Transition } from '../engine/frame.ts';
import type { StateOf } from '../language/definition.ts';

/** RFC 3339, with `T` and an offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Wait: until an instant, or for a number of seconds from now. An instant already past is no wait at all. */
export function* wait(frame: Frame, state: StateOf<'Wait'>): Routine<Transition> {
  const { run } = frame.branch;
  const seconds = frame.number(state.Seconds, 'Seconds', 0);
  const until = seconds === undefined ? instant(frame, state.Timestamp ?? '') : run.now + seconds * 1000;
  if (until > run.now) yield* frame.branch.sleep(until, false);
  return frame.leave(state, frame.input);
}

function instant(frame: Frame, field: string): number {
  const value = frame.evaluate(field, 'Timestamp');
  const parsed = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(parsed)) return parsed;
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  const why = 'The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string';
  throw frame.evaluationFailed(`${why}: ${given}`, 'Timestamp', frame.branch.last);
}
