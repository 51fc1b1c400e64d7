import type { Frame, Transition } from '../engine/frame.ts';
import type { WaitState } from '../language/definition.ts';

/** RFC 3339, with `T` and an offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Wait: until an instant, or for a number of seconds from now. An instant already past is no wait at all. */
export async function wait(frame: Frame, state: WaitState): Promise<Transition> {
  const { branch } = frame;
  const until = state.Timestamp === undefined ? await seconds(frame, state) : await instant(frame, state.Timestamp);
  if (until > branch.run.now) await branch.sleep(until, false);
  return frame.leave(state, frame.input);
}

async function seconds(frame: Frame, state: WaitState): Promise<number> {
  const duration = await frame.number(state.Seconds, 'Seconds', 0);
  return frame.branch.run.now + (duration ?? 0) * 1000;
}

async function instant(frame: Frame, field: string): Promise<number> {
  const value = await frame.evaluate(field, 'Timestamp');
  const parsed = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(parsed)) return parsed;
  throw frame.evaluationFailed(
    `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${
      typeof value === 'string' ? value : JSON.stringify(value)
    }`,
    'Timestamp',
    frame.branch.last,
  );
}
